import { pathToFileURL } from 'node:url'
import type { Calendar } from '../../src/calendar/calendar.ts'
import { type Phrase, phraseFinder } from './find-phrases.ts'
import type { Rule, Site } from './rule.ts'
import { rules as allRules } from './rules.ts'
import { scorePhrases } from './scores/score-phrases.ts'
import { type Settings, settingsOf } from './settings.ts'
import type { Text } from './text/text.ts'
import { Lexicon } from './words/lexicon.ts'

/** Rules, ready to run: with their settings, the words that they look for, and what they know of the site. */
export interface Linter {
  readonly rules: readonly Rule[]
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
export function makeLinter({
  calendar,
  settings = settingsOf({}),
  rules = allRules,
}: LinterOptions = {}): Linter {
  const ofRules = rules.flatMap((rule): [string, readonly Phrase[]][] =>
    'phrases' in rule && rule.phrases ? [[rule.id, rule.phrases]] : [],
  )
  const plan = calendar?.plan
  const urls = new Map<string, string>()
  const base = plan ? `${plan.site.url}/rules/` : undefined
  return {
    rules,
    ruleIds: new Set(rules.map(({ id }) => id)),
    settings,
    site: {
      brands: [...(plan ? [plan.site.name] : []), ...settings.brands],
      glossary: calendar?.glossary ?? [],
      ...(plan && { plan }),
    },
    lexicon: new Lexicon(phraseFinder([...ofRules, ...scorePhrases])),
    urlOf: (rule) => {
      const url =
        urls.get(rule) ??
        (base ? `${base}${rule}/` : pathToFileURL(`${import.meta.dirname}/rules/${rule}/readme.md`).href)
      urls.set(rule, url)
      return url
    },
    switchedOff: (text) => ('post' in text ? (text.post as { lintOff: Record<string, string> }).lintOff : {}),
  }
}
