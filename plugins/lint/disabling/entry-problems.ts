import type { Linter } from '../linter.ts'
import type { CalendarReport } from '../rule.ts'
import { unknownRule } from './disabling.ts'
import { isOfLint, stays } from './without-disabled.ts'

/** What is wrong with a rule in `lint.off`, and the rule that says so. */
export interface EntryProblem extends Pick<CalendarReport, 'at' | 'quote' | 'message' | 'because'> {
  readonly rule: 'lint-unknown-rule' | 'lint-unused'
}

/**
 * What is wrong with `lint.off` of a post, once everything has been said of the post, its snippets and the calendar.
 * @param hushed rules that it kept from speaking
 * @param isWhole the calendar's rules have spoken
 */
export function* entryProblems(
  off: Readonly<Record<string, string>>,
  hushed: ReadonlySet<string>,
  linter: Linter,
  isWhole: boolean,
): Generator<EntryProblem> {
  for (const rule of Object.keys(off)) {
    const at = { field: ['lint', 'off', rule] }
    const known = linter.rules.find(({ id }) => id === rule)
    if (!known)
      yield {
        rule: 'lint-unknown-rule',
        at,
        quote: rule,
        message: unknownRule(rule, linter.ruleIds),
        because: 'no rule has this name',
      }
    else if (isOfLint(rule, linter)) yield { rule: 'lint-unknown-rule', at, ...stays(rule, '`lint.off`') }
    else if (!hushed.has(rule) && (isWhole || known.sees !== 'calendar'))
      yield {
        rule: 'lint-unused',
        at,
        quote: rule,
        message: `\`${rule}\` says nothing of this post, so there is nothing to switch off; remove it from \`lint.off\`.`,
        because: `no finding of \`${rule}\` in this file`,
      }
  }
}
