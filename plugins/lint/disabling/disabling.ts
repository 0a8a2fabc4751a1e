import type { MdastNode } from 'satteri'
import { nearest } from '../../../src/calendar/nearest.ts'
import type { Edit } from '../finding.ts'
import type { Text } from '../text/text.ts'
import { type Directive, directivesIn, type Name } from './directive.ts'

/** A comment that switches rules off for a part of a body. Offsets are those of the file. */
export interface Disabling {
  readonly start: number
  readonly end: number
  /** Every name in the comment. */
  readonly names: readonly Name[]
  /** What it switches off, and from where to where. */
  readonly holds: readonly Hold[]
}

/** A rule that exists, switched off from one offset to another. */
interface Hold {
  readonly rule: string
  readonly from: number
  readonly to: number
}

/** What is wrong with a comment, or with words in it. */
export interface DirectiveProblem {
  readonly start: number
  readonly end: number
  readonly rule: 'lint-reason' | 'lint-unknown-rule' | 'lint-unused'
  readonly message: string
  readonly because: string
  readonly mend?: { readonly label: string; readonly edit: Edit }
}

const form = 'coldread disable promo-hype -- quoting the press release'
const verbs = ['disable', 'disable-next', 'enable']

/** Nodes whose children stand in lines of their own: what follows one is the next of them, not the next words. */
const flow = new Set(['root', 'blockquote', 'listItem', 'mdxJsxFlowElement', 'footnoteDefinition'])

/**
 * The comments of a body that switch rules off: `disable` from there to the end of the element around it or to an
 * `enable` there, `disable-next` for the block that follows; among words both hold to the end of their paragraph.
 * Each names its rules, and why.
 */
export function readDisablings(
  { tree, source }: Pick<Text, 'tree' | 'source'>,
  ruleIds: ReadonlySet<string>,
): { disablings: Disabling[]; problems: DirectiveProblem[] } {
  const disablings: Disabling[] = []
  const problems: DirectiveProblem[] = []
  const isCommented = source.includes('<!--') || source.includes('{/*')
  if (!isCommented || !/coldread\s/i.test(source)) return { disablings, problems }

  const walk = (parent: MdastNode) => {
    if (!('children' in parent)) return
    const children: readonly MdastNode[] = parent.children
    const parentEnd = parent.type === 'root' ? source.length : (parent.position?.end.offset ?? source.length)
    let open: { rule: string; from: number; to: number }[] = []
    for (const [index, node] of children.entries()) {
      walk(node)
      problems.push(...bracesIn(node, source))
      for (const directive of directivesIn(node, source)) {
        const { start, end, names, verb } = directive
        problems.push(...problemsOf(directive, ruleIds))
        const rules = names.map(({ text }) => text).filter((name) => ruleIds.has(name))
        if (!verbs.includes(verb.text) || rules.length === 0) continue
        if (verb.text === 'enable') {
          const ended = open.filter(({ rule }) => rules.includes(rule))
          for (const each of ended) each.to = start
          if (ended.length === 0) problems.push(nothingToEnable(directive, rules))
          open = open.filter((each) => !ended.includes(each))
          continue
        }
        const isBlock = verb.text === 'disable-next' && flow.has(parent.type)
        const to = isBlock ? endOfNext(children, index, source) : parentEnd
        const holds = rules.map((rule) => ({ rule, from: end, to: Math.max(to, end) }))
        disablings.push({ start, end, names, holds })
        if (verb.text === 'disable') open.push(...holds)
      }
    }
  }
  walk(tree)
  return { disablings, problems }
}

/** Where the block after a comment ends. Other comments are no blocks, so that several may stand above one. */
function endOfNext(children: readonly MdastNode[], index: number, source: string): number {
  const next = children
    .slice(index + 1)
    .find((node) => node.type !== 'mdxFlowExpression' && directivesIn(node, source).length === 0)
  return next?.position?.end.offset ?? 0
}

/** Comments of MDX in Markdown, where they are words that readers see. */
function* bracesIn(node: MdastNode, source: string): Generator<DirectiveProblem> {
  if (node.type !== 'text') return
  const [from, to] = [node.position?.start.offset, node.position?.end.offset]
  if (from === undefined) return
  for (const { 0: comment, 1: words, index } of source.slice(from, to).matchAll(inMdx)) {
    const start = from + index
    const end = start + comment.length
    const text = `<!-- ${words} -->`
    yield {
      start,
      end,
      rule: 'lint-unknown-rule',
      message: '`{/* … */}` is no comment in Markdown, so readers see it; write `<!-- … -->`.',
      because: 'comments of Markdown stand between `<!--` and `-->`',
      mend: { label: `Write \`${text}\``, edit: { start, end, text } },
    }
  }
}

const inMdx = /(?<!\\)\{\s*\/\*\s*(coldread\s[^}]*?)\s*\*\/\s*\}/gi

function* problemsOf(
  { start, end, verb, names, dash, reason }: Directive,
  ruleIds: ReadonlySet<string>,
): Generator<DirectiveProblem> {
  if (!verbs.includes(verb.text)) {
    const meant = nearest(verb.text, verbs)
    yield {
      start,
      end,
      rule: 'lint-unknown-rule',
      message: `\`${verb.text}\` is nothing that a comment can do; ${meant ? `did you mean \`${meant}\`?` : `write it as in \`${form}\`.`}`,
      because: `a comment can ${verbs.map((each) => `\`${each}\``).join(', ')}`,
      ...(meant && { mend: replace(verb, meant) }),
    }
    return
  }
  if (names.length === 0)
    yield {
      start,
      end,
      rule: 'lint-unknown-rule',
      message: `\`${verb.text}\` names no rule; write which one, as in \`${form}\`.`,
      because: 'no name before the reason',
    }
  for (const name of names) {
    if (ruleIds.has(name.text)) continue
    const meant = nearest(name.text, ruleIds)
    yield {
      start: name.start,
      end: name.end,
      rule: 'lint-unknown-rule',
      message: unknownRule(name.text, ruleIds),
      because: 'no rule has this name',
      ...(meant && { mend: replace(name, meant) }),
    }
  }
  if (verb.text === 'enable') return
  if (dash && dash.text !== '--' && reason !== '')
    yield {
      start,
      end,
      rule: 'lint-reason',
      message: `The reason \`${reason}\` stands behind \`${dash.text}\`; write two hyphens, as in \`${form}\`.`,
      because: 'a reason stands behind two hyphens',
      mend: replace(dash, '--'),
    }
  else if (reason === '')
    yield {
      start,
      end,
      rule: 'lint-reason',
      message: `\`${[verb, ...names].map(({ text }) => text).join(' ')}\` gives no reason; add one behind two hyphens, as in \`${form}\`.`,
      because: 'nothing stands behind two hyphens',
    }
}

function replace({ start, end }: Name, text: string): { label: string; edit: Edit } {
  return { label: `Write \`${text}\``, edit: { start, end, text } }
}

function nothingToEnable({ start, end }: Directive, rules: readonly string[]): DirectiveProblem {
  const named = rules.map((rule) => `\`${rule}\``).join(', ')
  return {
    start,
    end,
    rule: 'lint-unused',
    message: `${named} ${rules.length > 1 ? 'are' : 'is'} not disabled here, so there is nothing to enable; remove the comment.`,
    because: 'no `disable` stands before it in the same element',
  }
}

/** "`promo-hyp` is not a rule; did you mean `promo-hype`?" */
export function unknownRule(rule: string, ruleIds: Iterable<string>): string {
  const meant = nearest(rule, ruleIds)
  return `\`${rule}\` is not a rule; ${meant ? `did you mean \`${meant}\`?` : 'remove it, or name one that is.'}`
}
