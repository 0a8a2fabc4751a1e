import { expect, it } from 'vitest'
import { collapse, shownFiles } from '../../../plugins/lint/run/collapse.ts'
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

it('shows each kind once, at its first place, and says how many follow', () => {
  expect(
    collapse(all).map(({ rule, level, quote, start, more }) => [rule, level, quote, start, more]),
  ).toEqual([
    ['jargon-acronym', 'warning', 'ABC', 0, 1],
    ['jargon-acronym', 'warning', 'DEF', 4, 0],
    ['jargon-acronym', 'error', 'ABC', 12, 0],
    ['jargon-term', 'warning', 'ABC', 12, 0],
  ])
})

it('shows every finding where that is wanted', () => {
  const [shown] = shownFiles([{ path: file, scores: { promotion: 0, hype: 0 }, findings: all }], true)
  expect(shown?.findings).toEqual(all.map((finding) => ({ ...finding, more: 0 })))
})
