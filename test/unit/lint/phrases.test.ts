import { expect, it } from 'vitest'
import { spellingsOf } from '../../../plugins/lint/find-phrases.ts'
import { rules } from '../../../plugins/lint/rules.ts'

it('has no phrase in the lists of two rules that look at the same texts', () => {
  const owners = new Map<string, Set<string>>()
  for (const rule of rules) {
    if (rule.sees !== 'text' || !('phrases' in rule) || !/^(?:jargon|promo)-/.test(rule.id)) continue
    for (const { phrase } of rule.phrases ?? [])
      for (const spelling of spellingsOf(phrase)) {
        const words = spelling.join(' ')
        owners.set(words, (owners.get(words) ?? new Set()).add(rule.id))
      }
  }
  const twice = [...owners].filter(([, ids]) => ids.size > 1).map(([words, ids]) => [words, ...ids].join(' '))
  expect(twice).toEqual([])
})
