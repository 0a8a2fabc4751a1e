import { pathToFileURL } from 'node:url'
import { type Phrase, phraseFinder } from './find-phrases.ts'
import type { Linter, LinterOptions } from './linter.ts'
import type { Rule } from './rule.ts'
import { scorePhrases } from './scores/score-phrases.ts'
import { settingsOf } from './settings.ts'
import { Lexicon } from './words/lexicon.ts'

interface Parts extends LinterOptions {
  readonly rules: readonly Rule[]
  /** Ids of every rule there is. */
  readonly ids: Iterable<string>
}

/** Makes a linter of rules, as `makeLinter` does, without loading others. */
export function assembleLinter({ rules, ids, calendar, settings = settingsOf({}) }: Parts): Linter {
  const ofRules = rules.flatMap((rule): [string, readonly Phrase[]][] =>
    'phrases' in rule && rule.phrases ? [[rule.id, rule.phrases]] : [],
  )
  const plan = calendar?.plan
  const urls = new Map<string, string>()
  const base = plan ? `${plan.site.url}/rules/` : undefined
  return {
    rules,
    ruleIds: new Set(ids),
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
