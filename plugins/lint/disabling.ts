import type { MdastNode } from 'satteri'
import { nearest } from '../../src/calendar/nearest.ts'
import type { Text } from './text/text.ts'

/** A comment that switches rules off for a part of a body. */
export interface Disabling {
  /** Where the comment stands: offsets in the file. */
  readonly start: number
  readonly end: number
  readonly rules: readonly string[]
  readonly reason: string
  /** What it holds for: offsets in the file. */
  readonly from: number
  readonly to: number
}

/** What is wrong with a comment. */
export interface DirectiveProblem {
  readonly start: number
  readonly end: number
  readonly rule: 'lint-reason' | 'lint-unknown-rule'
  readonly message: string
  /** What the comment should be. */
  readonly instead?: string
}

const form = '{/* coldread disable promo-hype -- quoting the press release */}'
const verbs = ['disable', 'disable-next', 'enable']

/**
 * The comments of a body that switch rules off: `disable` from there to the end of the element around it or to an
 * `enable` there, `disable-next` for what follows next. Each names its rules, and why.
 */
export function readDisablings(
  { tree, source }: Text,
  ruleIds: ReadonlySet<string>,
): { disablings: Disabling[]; problems: DirectiveProblem[] } {
  const disablings: Disabling[] = []
  const problems: DirectiveProblem[] = []
  if (!/coldread[ \t]/.test(source)) return { disablings, problems }

  const walk = (parent: MdastNode) => {
    if (!('children' in parent)) return
    const children: readonly MdastNode[] = parent.children
    const open: (Disabling & { to: number })[] = []
    for (const [index, node] of children.entries()) {
      walk(node)
      for (const { directive, start, end } of directivesIn(node, source)) {
        const written = /^(\S+)\s*([\s\S]*?)(?:\s*(?:^|\s)--\s*([\s\S]*))?$/.exec(directive)
        const verb = written?.[1] ?? ''
        const rules = (written?.[2] ?? '').split(/[\s,]+/).filter((word) => word !== '')
        const reason = written?.[3]?.trim() ?? ''
        if (!verbs.includes(verb)) {
          const meant = nearest(verb, verbs)
          problems.push({
            start,
            end,
            rule: 'lint-unknown-rule',
            message: `\`${verb}\` is nothing that a comment can do; ${meant ? `did you mean \`${meant}\`?` : `write it as in \`${form}\`.`}`,
            ...(meant && { instead: meant }),
          })
          continue
        }
        if (rules.length === 0)
          problems.push({
            start,
            end,
            rule: 'lint-unknown-rule',
            message: `\`${verb}\` names no rule; write which one, as in \`${form}\`.`,
          })
        for (const rule of rules)
          if (!ruleIds.has(rule))
            problems.push({ start, end, rule: 'lint-unknown-rule', message: unknownRule(rule, ruleIds) })
        if (verb === 'enable') {
          for (const each of open)
            if (rules.some((rule) => each.rules.includes(rule))) each.to = Math.min(each.to, start)
          continue
        }
        if (reason === '')
          problems.push({
            start,
            end,
            rule: 'lint-reason',
            message: `\`${verb} ${rules.join(', ')}\` gives no reason; add one after two hyphens, as in \`${form}\`.`,
          })
        const known = rules.filter((rule) => ruleIds.has(rule))
        const next = children
          .slice(index + 1)
          .find((each) => each.type !== 'text' || each.value.trim() !== '')
        const isInline = node.type === 'mdxTextExpression' || parent.type === 'paragraph'
        const parentEnd =
          parent.type === 'root' ? source.length : (parent.position?.end.offset ?? source.length)
        const to = verb === 'disable-next' && !isInline ? (next?.position?.end.offset ?? end) : parentEnd
        const disabling = { start, end, rules: known, reason, from: end, to }
        if (known.length > 0) {
          disablings.push(disabling)
          if (verb === 'disable') open.push(disabling)
        }
      }
    }
  }
  walk(tree)
  return { disablings, problems }
}

/** "`promo-hyp` is not a rule; did you mean `promo-hype`?" */
export function unknownRule(rule: string, ruleIds: Iterable<string>): string {
  const meant = nearest(rule, ruleIds)
  return `\`${rule}\` is not a rule; ${meant ? `did you mean \`${meant}\`?` : 'remove it, or name one that is.'}`
}

/** What follows `coldread` in the comments of a node. */
function directivesIn(node: MdastNode, source: string): { directive: string; start: number; end: number }[] {
  const start = node.position?.start.offset
  const end = node.position?.end.offset
  if (start === undefined || end === undefined) return []
  if (node.type !== 'mdxFlowExpression' && node.type !== 'mdxTextExpression' && node.type !== 'html')
    return []
  const pattern =
    node.type === 'html' ? /<!--\s*coldread\s+([\s\S]*?)\s*-->/g : /\/\*\s*coldread\s+([\s\S]*?)\s*\*\//g
  const comments = [...source.slice(start, end).matchAll(pattern)]
  return comments.map(({ 0: comment, 1: directive = '', index }) =>
    comments.length === 1 && node.type !== 'html'
      ? { directive, start, end }
      : { directive, start: start + index, end: start + index + comment.length },
  )
}
