import type { Edit } from '../finding.ts'
import type { Linter } from '../linter.ts'
import type { PlacedReport } from '../placed-report.ts'
import type { Report } from '../rule.ts'
import type { Text } from '../text/text.ts'
import { type Disabling, readDisablings } from './disabling.ts'

/** What is left of what was said, and the rules that a post's entry kept from speaking. */
export interface Heard {
  readonly heard: PlacedReport[]
  readonly hushed: readonly string[]
}

/** What a post's entry switches off for the whole file, snippets included. */
export function withoutSwitchedOff(
  said: readonly PlacedReport[],
  text: Text,
  { switchedOff }: Linter,
): Heard {
  const off = switchedOff(text)
  const { heard = [], hushed = [] } = Object.groupBy(said, ({ rule }) =>
    off[rule] === undefined ? 'heard' : 'hushed',
  )
  return { heard, hushed: [...new Set(hushed.map(({ rule }) => rule))] }
}

/** Whether a comment of a body switches a rule off at an offset. Fields of an entry come before all comments. */
export function isDisabled(disablings: readonly Disabling[], rule: string, at: number): boolean {
  return disablings.some(({ holds }) =>
    holds.some((hold) => hold.rule === rule && hold.from <= at && at < hold.to),
  )
}

/**
 * Leaves out what comments and the post's entry switch off, and says which comments switch off nothing, or are wrong.
 * @param say places what is said of a comment, by the id of a rule
 */
export function withoutDisabled(
  said: readonly PlacedReport[],
  text: Text,
  linter: Linter,
  say: (id: string, report: Report) => PlacedReport | undefined,
): Heard {
  const { disablings, problems } = readDisablings(text, linter.ruleIds)
  const used = new Set<unknown>()
  const { heard: ofPost, hushed } = withoutSwitchedOff(said, text, linter)
  const heard = ofPost.filter(({ rule, start }) => {
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
    const placed = say(id, report)
    if (placed) heard.push(placed)
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
  for (const { names } of disablings)
    for (const { text: name, start, end } of names)
      if (isOfLint(name, linter))
        add('lint-unknown-rule', { at: { start, end }, ...stays(name, 'the comment') })
  return { heard, hushed }
}

/** Whether a rule is about the lint itself and what it cannot read: no file switches it off. */
export function isOfLint(id: string, { rules }: Linter): boolean {
  return rules.some((rule) => rule.id === id && rule.sees === 'lint')
}

/** What is said of such a rule where a file names it. */
export function stays(rule: string, where: string): { quote: string; message: string; because: string } {
  return {
    quote: rule,
    message: `\`${rule}\` cannot be switched off here; mend what it speaks of, and take it out of ${where}.`,
    because: 'it is about what the lint cannot read, or about the lint itself',
  }
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
