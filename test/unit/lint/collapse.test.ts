import { expect, it } from 'vitest'
import { saidOf } from '../../../plugins/lint/reporters/report.ts'
import { shownFiles, shownFindings } from '../../../plugins/lint/run/collapse.ts'
import { findingAbout } from '../../support/lint-report.ts'

const file = 'a.md'
const source = 'ABC DEF ABC ABC'
const all = [
  findingAbout('ABC', { file, source }),
  findingAbout('DEF', { file, source }),
  findingAbout('ABC', { file, source, at: 1 }),
  findingAbout('ABC', { file, source, at: 2, level: 'error' }),
  findingAbout('ABC', { file, source, at: 2, rule: 'jargon-term' }),
]

it('shows each rule once, at its first place, and says how many follow, and which', () => {
  expect(
    shownFindings(all, false).map(({ rule, level, start, more, others }) => [
      rule,
      level,
      start,
      more,
      others,
    ]),
  ).toEqual([
    ['jargon-acronym', 'warning', 0, 2, ['DEF']],
    ['jargon-acronym', 'error', 12, 0, []],
    ['jargon-term', 'warning', 12, 0, []],
  ])
})

it('shows every finding where that is wanted', () => {
  const [shown] = shownFiles([{ path: file, scores: { promotion: 0, hype: 0 }, findings: all }], true)
  expect(shown?.findings).toEqual(all.map((finding) => ({ ...finding, more: 0, others: [] })))
})

it.each([
  ['ABC', ''],
  ['ABC ABC', ' (1 more below)'],
  ['ABC DEF abc', ' (2 more below: `DEF`)'],
  ['ABC DEF GHI', ' (2 more below: `DEF`, `GHI`)'],
  ['A B C D E F G H I J K', ' (10 more below: `B`, `C`, `D`, `E`, `F`, `G`, `H`, `I` …)'],
  [`ABC ${'x'.repeat(41)} DEF`, ' (2 more below: `DEF` …)'],
  [`ABC ${'x'.repeat(41)}`, ' (1 more below)'],
])('lists what follows: %s', (words, said) => {
  const findings = words
    .split(' ')
    .map((word) => findingAbout(word, { file, source: words, message: 'Mend it.' }))
  expect(shownFindings(findings, false).map(saidOf)).toEqual([`Mend it.${said}`])
})
