import type { Calendar } from '../../src/calendar/calendar.ts'
import { assembleLinter } from './assemble-linter.ts'
import type { Rule, Site } from './rule.ts'
import { rules as allRules } from './rules.ts'
import type { Settings } from './settings.ts'
import type { Text } from './text/text.ts'
import type { Lexicon } from './words/lexicon.ts'

/** Rules, ready to run: with their settings, the words that they look for, and what they know of the site. */
export interface Linter {
  readonly rules: readonly Rule[]
  /** Of every rule there is, whether it is among `rules` or not. */
  readonly ruleIds: ReadonlySet<string>
  readonly settings: Settings
  readonly site: Site
  readonly lexicon: Lexicon
  /** Address of a rule's page. */
  urlOf(rule: string): string
  /** Rules that the entry of a text's post switches off, with reasons. */
  switchedOff(text: Text): Readonly<Record<string, string>>
}

/** What a linter may be given; without anything it knows the rules alone. */
export interface LinterOptions {
  readonly calendar?: Calendar
  readonly settings?: Settings
  readonly rules?: readonly Rule[]
}

/** Makes a linter for a calendar's site, or for texts of nobody in particular. */
export function makeLinter({ rules = allRules, ...rest }: LinterOptions = {}): Linter {
  return assembleLinter({ rules, ids: rules.map(({ id }) => id), ...rest })
}
