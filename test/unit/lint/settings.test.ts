import { expect, it } from 'vitest'
import { z } from 'zod'
import { defineTextRule, type Rule } from '../../../plugins/lint/rule.ts'
import { rules } from '../../../plugins/lint/rules.ts'
import { settingsOf } from '../../../plugins/lint/settings.ts'
import { lintSchemas, readSettings } from '../../../plugins/lint/settings-schema.ts'
import { jsonSchemaOf, renderReference } from '../../../src/calendar/reference.ts'
import { readYaml } from '../../../src/calendar/yaml-document.ts'

const rule: Rule = defineTextRule({
  id: 'test-width',
  summary: 'wide texts',
  why: 'They are wide.',
  level: { acquire: 'warning', retain: 'off' },
  options: z.strictObject({
    most: z.int().default(10).meta({ description: 'Letters' }),
    least: z.int().default(1).meta({ description: 'Letters too' }),
  }),
  check() {},
})
const other: Rule = defineTextRule({ ...rule, id: 'test-height', level: 'error', check() {} })
const post = 'content/posts/a.mdx'

function read(lint: string, known: readonly Rule[] = [rule, other]) {
  return readSettings(readYaml('content/plan.yaml', `zone: UTC\nlint:\n${lint.replace(/^/gm, '  ')}`), known)
}

function settingOf(lint: string, goal: 'acquire' | 'retain' = 'acquire', file = post) {
  const settings = read(lint)
  if ('faults' in settings) throw new Error(settings.faults[0]?.what)
  return settings.of(rule, goal, file)
}

const usual = { most: 10, least: 1 }

it.each([
  ['nothing', 'brands: []', 'acquire', { level: 'warning', options: usual }],
  ['nothing, for the other goal', 'brands: []', 'retain', { level: 'off', options: usual }],
  ['a level', 'rules: { test-width: error }', 'acquire', { level: 'error', options: usual }],
  ['a level for both goals', 'rules: { test-width: error }', 'retain', { level: 'error', options: usual }],
  [
    'an option',
    'rules: { test-width: { most: 5 } }',
    'acquire',
    { level: 'warning', options: { ...usual, most: 5 } },
  ],
  [
    'a goal over rules',
    'rules: { test-width: error }\ngoals: { acquire: { test-width: off } }',
    'acquire',
    { level: 'off', options: usual },
  ],
  [
    'no other goal',
    'rules: { test-width: error }\ngoals: { acquire: { test-width: off } }',
    'retain',
    { level: 'error', options: usual },
  ],
  [
    'a path over a goal, whatever stands first',
    'paths: { "content/posts/*": { test-width: suggestion } }\ngoals: { acquire: { test-width: off } }',
    'acquire',
    { level: 'suggestion', options: usual },
  ],
  [
    'no other path',
    'paths: { "docs/**": { test-width: off } }',
    'acquire',
    { level: 'warning', options: usual },
  ],
  [
    'the later of two paths',
    'paths: { "content/**": { test-width: error }, "content/posts/a*": { test-width: off } }',
    'acquire',
    { level: 'off', options: usual },
  ],
  [
    'options of all layers together',
    'rules: { test-width: { most: 5, level: error } }\ngoals: { acquire: { test-width: { least: 2 } } }\npaths: { "**/*.mdx": { test-width: { most: 6 } } }',
    'acquire',
    { level: 'error', options: { most: 6, least: 2 } },
  ],
] as const)('takes %s', (_name, lint, goal, setting) => {
  expect(settingOf(lint, goal)).toMatchObject(setting)
})

it('keeps what a path says to itself', () => {
  const lint = 'paths: { "content/posts/2024-*": { test-width: { most: 5 } } }'
  expect(settingOf(lint, 'acquire', 'content/posts/2024-a.mdx').options).toEqual({ ...usual, most: 5 })
  expect(settingOf(lint, 'acquire', post).options).toEqual(usual)
})

it('keeps the rules of one plan apart from each other', () => {
  const settings = settingsOf({ rules: { 'test-width': 'off' } })
  expect(settings.of(rule, 'acquire', post).level).toBe('off')
  expect(settings.of(other, 'acquire', post).level).toBe('error')
})

it.each([
  [
    'rules: { test-widht: off }',
    3,
    12,
    'there is no field `test-widht` in `lint.rules`',
    'did you mean `test-width`?',
  ],
  ['rules: { test-width: eror }', 3, 24, '`test-width` cannot be `eror`', 'did you mean `error`?'],
  ['rules: { test-width: 2 }', 3, 24, '`test-width` cannot be `2`', 'write one of `error`'],
  [
    'rules: { test-width: { mots: 5 } }',
    3,
    26,
    'no field `mots` in `lint.rules.test-width`',
    'did you mean `most`?',
  ],
  ['rules: { test-width: { most: five } }', 3, 32, '`lint.rules.test-width.most` is text', 'number'],
  ['goals: { aquire: { test-width: off } }', 3, 12, 'no field `aquire`', 'did you mean `acquire`?'],
  ['goals: { acquire: { test-widht: off } }', 3, 23, 'no field `test-widht`', 'did you mean `test-width`?'],
  ['paths: { "**": { test-width: { levle: off } } }', 3, 34, 'no field `levle`', 'did you mean `level`?'],
  ['ruls: {}', 3, 3, 'no field `ruls` in `lint`', 'did you mean `rules`?'],
])('says what is wrong with %s, and where', (lint, line, column, what, mend) => {
  const settings = read(lint)
  const faults = 'faults' in settings ? settings.faults : []
  expect(faults).toEqual([
    expect.objectContaining({
      file: 'content/plan.yaml',
      line,
      column,
      what: expect.stringContaining(what),
      mend: expect.stringContaining(mend),
    }),
  ])
})

it('leaves to the calendar what is no YAML', () => {
  expect(readSettings(readYaml('content/plan.yaml', 'lint: {'), [rule])).not.toHaveProperty('faults')
})

it('lets nobody switch off what cannot be built', () => {
  expect(read('rules: { content-fault: off }', rules)).toHaveProperty('faults')
  expect(read('rules: { mdx-syntax: off }', rules)).toMatchObject({
    faults: [{ what: '`mdx-syntax` cannot be set', mend: expect.stringMatching(/^take it out/) }],
  })
})

it('takes every default of every rule', () => {
  const settings = settingsOf({})
  for (const each of rules) expect(() => settings.of(each, 'acquire', post), each.id).not.toThrow()
})

it('tells editors of every rule and option, with what they mean', () => {
  const defined = (name: 'plan' | 'post') =>
    jsonSchemaOf(name, lintSchemas(rules)).definitions as Record<
      string,
      { properties: Record<string, unknown> }
    >
  const properties = defined('plan').lintRules?.properties ?? {}
  expect(Object.keys(properties)).toEqual(
    rules.map(({ id }) => id).filter((id) => id !== 'content-fault' && id !== 'mdx-syntax'),
  )
  expect(properties['search-outline']).toMatchObject({
    description: expect.stringMatching(/^Flags headings/),
    anyOf: [
      { enum: ['error', 'warning', 'suggestion', 'off'] },
      { properties: { level: {}, section: { default: 350, description: expect.stringMatching(/^Words/) } } },
    ],
  })
  expect(defined('post').lintOff?.properties['promo-hype']).toMatchObject({ type: 'string' })
})

it('lists every rule and option in the reference', () => {
  const reference = renderReference(lintSchemas(rules))
  expect(reference).toContain('| `lint.paths` | Levels and options for files')
  expect(reference).toMatch(/\| `search-outline\.section` \| Words .* \| `350` \|/)
  expect(reference).toMatch(/\| `search-title` \| Flags titles .* \| warning \(acquire\), off \(retain\) \|/)
})
