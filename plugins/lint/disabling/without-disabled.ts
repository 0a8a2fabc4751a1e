import type { Edit, Finding } from '../finding.ts'
import type { Linter } from '../linter.ts'
import type { Report } from '../rule.ts'
import type { Text } from '../text/text.ts'
import { type Disabling, readDisablings, unknownRule } from './disabling.ts'

/** What a post's entry switches off for the whole file, snippets included. */
export function withoutSwitchedOff(
  findings: readonly Finding[],
  text: Text,
  { switchedOff }: Linter,
): Finding[] {
  const off = switchedOff(text)
  return findings.filter(({ rule }) => off[rule] === undefined)
}

/** Whether a comment of a body switches a rule off at an offset. Fields of an entry come before all comments. */
export function isDisabled(disablings: readonly Disabling[], rule: string, at: number): boolean {
  return disablings.some(({ holds }) =>
    holds.some((hold) => hold.rule === rule && hold.from <= at && at < hold.to),
  )
}

/**
 * Leaves out what comments and the post's entry switch off, and says which of these switch off nothing, or are wrong.
 * @param say makes a finding of what is said of a comment or of the entry, by the id of a rule
 */
export function withoutDisabled(
  findings: readonly Finding[],
  text: Text,
  linter: Linter,
  say: (id: string, report: Report) => Finding | undefined,
): Finding[] {
  const off = linter.switchedOff(text)
  const { disablings, problems } = readDisablings(text, linter.ruleIds)
  const used = new Set<unknown>()
  const heard = findings.filter(({ rule, start }) => {
    if (off[rule] !== undefined) {
      used.add(rule)
      return false
    }
    let isHeard = true
    for (const { holds } of disablings)
      for (const hold of holds)
        if (hold.rule === rule && hold.from <= start && start < hold.to) {
          used.add(hold)
          isHeard = false
        }
    return isHeard
  })
  const isPost = 'post' in text
  const speaksHere = (id: string) =>
    linter.rules.some((rule) => rule.id === id && (rule.sees === 'text' || (rule.sees === 'post' && isPost)))
  const add = (id: string, report: Report) => {
    const finding = say(id, report)
    if (finding) heard.push(finding)
  }
  for (const { start, end, rule, message, because, mend } of problems)
    add(rule, {
      at: { start, end },
      message,
      because,
      ...(mend && { fixes: [{ label: mend.label, to: [mend.edit] }] }),
    })
  for (const disabling of disablings)
    for (const report of unusedReports(
      disabling,
      text.source,
      (hold) => !used.has(hold) && speaksHere(hold.rule),
    ))
      add('lint-unused', report)
  for (const rule of Object.keys(off)) {
    const at = { field: ['lint', 'off', rule] }
    if (!linter.ruleIds.has(rule))
      add('lint-unknown-rule', {
        at,
        quote: rule,
        message: unknownRule(rule, linter.ruleIds),
        because: 'no rule has this name',
      })
    else if (!used.has(rule) && speaksHere(rule) && !maySpeakElsewhere(rule, text, linter))
      add('lint-unused', {
        at,
        quote: rule,
        message: `\`${rule}\` says nothing of this post, so there is nothing to switch off; remove it from \`lint.off\`.`,
        because: `no finding of \`${rule}\` in this file`,
      })
  }
  return heard
}

/** Snippets of a post are texts of their own, for which its entry switches rules off too. */
function maySpeakElsewhere(id: string, text: Text, { rules }: Linter): boolean {
  const hasSnippets = 'post' in text && Object.keys((text.post as { snippets: object }).snippets).length > 0
  return hasSnippets && rules.some((rule) => rule.id === id && rule.sees === 'text' && rule.inSnippets)
}

function* unusedReports(
  { start, end, names, holds }: Disabling,
  source: string,
  isUnused: (hold: Disabling['holds'][number]) => boolean,
): Generator<Report> {
  const unused = holds.filter(isUnused)
  const left = names.filter(({ text }) => !unused.some(({ rule }) => rule === text))
  const [first, last] = [names[0], names.at(-1)]
  if (!first || !last) return
  const edit: Edit =
    left.length === 0
      ? withLine(source, start, end)
      : { start: first.start, end: last.end, text: left.map(({ text }) => text).join(', ') }
  for (const { rule } of unused)
    yield {
      at: { start, end },
      quote: rule,
      message: `\`${rule}\` says nothing here, so there is nothing to disable; remove ${left.length === 0 ? 'the comment' : 'its name'}.`,
      because: `no finding of \`${rule}\` lies where the comment holds`,
      fixes: [
        {
          label: left.length === 0 ? 'Remove the comment' : `Disable ${edit.text} alone`,
          to: [edit],
          isSafe: true,
        },
      ],
    }
}

/** Takes out a comment, with its line and an empty one after it where it stands alone. */
function withLine(source: string, start: number, end: number): Edit {
  const before = /(?:^|\n)[ \t]*$/.exec(source.slice(0, start))
  const after = /^[ \t]*(?:\r?\n(?:[ \t]*\r?\n)?|$)/.exec(source.slice(end))
  if (!before || !after) return { start, end, text: '' }
  return {
    start: before[0].startsWith('\n') ? before.index + 1 : before.index,
    end: end + after[0].length,
    text: '',
  }
}
