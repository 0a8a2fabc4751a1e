import { expect, it } from 'vitest'
import { buildCalendar } from '../../../src/calendar/build-calendar.ts'
import { renderFault } from '../../../src/calendar/fault.ts'
import { plan, sourcesOf } from './corner-shop.ts'

/** Faults of a plan that says this of exports, as a writer sees them. */
function told(exports: string, assets: string[] = []): string[] {
  const files = {
    'content/plan.yaml': `exports: ${exports}\n${plan}`,
    'content/authors.yaml': 'mari: { name: Mari }',
  }
  const built = buildCalendar(sourcesOf(files, assets), '2026-11-22 09:00')
  return 'faults' in built ? built.faults.map(renderFault) : []
}

it.each([
  ['{}', []],
  ['{ buffer: { boards: { linkedin: Board } }, sprout-social: { dates: dd/mm/yyyy } }', []],
  [
    '{ buffer: { boards: { linkedn: Board } } }',
    [/plan\.yaml:1:32 {2}the plan has no channel `linkedn` — did you mean `linkedin`\?/],
  ],
  [
    '{ postiz: { channels: { toots: { integration: a } } } }',
    [/plan\.yaml:1:34 {2}the plan has no channel `toots`/],
  ],
  ['{ sprout-social: { dates: mm-dd-yyyy } }', [/cannot be `mm-dd-yyyy`/]],
  ['{ hootsuite: {} }', [/there is no field `hootsuite` in `exports`/]],
  [
    '{ templates: { tool: { file: ./t.csv, columns: { Text: "{text}" } } } }',
    [/plan\.yaml:1:39 {2}there is no file `\.\/t\.csv` beside the plan — download the template/],
  ],
  [
    '{ templates: { tool: { columns: { Text: "{txt}" } } } }',
    [/nothing fills `\{txt\}` — did you mean `\{text\}`\?/],
  ],
  ['{ templates: { tool: { columns: { Text: {text} } } } }', [/put it in quotes|in quotes/]],
  ['{ templates: { tool: { columns: { Draft: FALSE } } } }', [/Draft.*not text/]],
  ['{ templates: { tool: { columns: { A: "{text}" }, networks: { twitter: A } } } }', [/twitter/]],
])('exports: %s', (exports, expected) => {
  const faults = told(exports)
  expect(faults).toEqual(expected.map((pattern) => expect.stringMatching(pattern)))
})

it('finds a template beside the plan', () => {
  const template = '{ templates: { tool: { file: ./exports/t.csv, columns: { Text: "{text}" } } } }'
  expect(told(template, ['content/exports/t.csv'])).toEqual([])
})
