import { readdirSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { rules } from '../../../plugins/lint/rules.ts'
import { textRules } from '../../../plugins/lint/text-rules.ts'
import { examplesOf, lintExample, renderFound, ruleFolder } from '../../support/rule-examples.ts'

it('has every folder of rules in the preset, by its name', () => {
  expect(rules.map(({ id }) => id)).toEqual(readdirSync(ruleFolder).sort())
})

it('judges files by themselves by every rule that looks at texts, and by those of the lint', () => {
  expect(textRules).toEqual(rules.filter(({ sees }) => sees === 'text' || sees === 'lint'))
})

describe.each(rules.map((rule) => [rule.id, rule] as const))('%s', (id, rule) => {
  const { flagged, fine } = examplesOf(id)

  it('says what it looks for and why, and shows both', () => {
    expect(rule.summary).toMatch(/^[^A-Z].*[^.]$/)
    expect(rule.why).toMatch(/^[A-Z].*\.$/)
    // What it is about stands in a file beside the content, which no example has.
    if (id !== 'lint-baseline-stale') expect(flagged.length).toBeGreaterThan(0)
    expect(fine.length).toBeGreaterThan(0)
  })

  it.each(flagged.map((example) => [example.name, example] as const))('flags %s', (_name, example) => {
    expect(lintExample(example, id).map((finding) => renderFound(finding, example.files))).toEqual(
      example.expected,
    )
  })

  it.each(fine.map((example) => [example.name, example] as const))('passes %s', (_name, example) => {
    expect(lintExample(example, id)).toEqual([])
  })
})
