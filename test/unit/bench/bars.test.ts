import { describe, expect, it } from 'vitest'
import { growthOf, judge, type Row } from '../../bench/build/bars.ts'
import { type Others, renderOtherBars } from '../../bench/build/other-bars.ts'
import { renderReport } from '../../bench/build/render-report.ts'

const row = (fields: Partial<Row>): Row => ({
  ...{ posts: 1000, site: 'coldread', phase: 'cold', wall: 10, cpu: 12, memory: 8e8, size: 2e7, files: 1100 },
  ...fields,
})

describe('bars', () => {
  it('hold a ratio against its bar and its moonshot', () => {
    const rows = [
      row({ wall: 6, cpu: 7, memory: 3e8 }),
      row({ site: 'plain', wall: 10, cpu: 10, memory: 1e9 }),
    ]
    expect(
      judge(rows).map(({ measure, measured, isMet, isMoonshot }) => ({
        measure,
        measured,
        isMet,
        isMoonshot,
      })),
    ).toEqual([
      { measure: 'wall', measured: 0.6, isMet: true, isMoonshot: false },
      { measure: 'cpu', measured: 0.7, isMet: false, isMoonshot: false },
      { measure: 'memory', measured: 0.3, isMet: true, isMoonshot: true },
    ])
  })

  it.each([
    [
      'met exactly',
      0.5,
      'met     1,000 posts, coldread, nothing changed: wall 0.50 s (bar 0.50 s, moonshot 0.25 s)',
    ],
    [
      'missed',
      0.51,
      'not met 1,000 posts, coldread, nothing changed: wall 0.51 s (bar 0.50 s, moonshot 0.25 s)',
    ],
    [
      'far under',
      0.2,
      'met     1,000 posts, coldread, nothing changed: wall 0.20 s (bar 0.50 s, moonshot 0.25 s, met too)',
    ],
  ])('are printed when %s', (_, wall, line) => {
    expect(renderReport([row({ phase: 'nothing changed', wall })])).toContain(`\n  ${line}\n`)
  })

  it('name memory in megabytes and a ratio with what it is of', () => {
    const rows = [
      row({ posts: 10_000, wall: 45, memory: 1.6e9 }),
      row({ posts: 10_000, site: 'plain', wall: 90 }),
    ]
    expect(renderReport(rows)).toContain(
      `Bars
  met     10,000 posts, coldread, cold: wall 0.50× of plain (bar 0.50×)
  not met 10,000 posts, coldread, cold: memory 1600 MB (bar 1500 MB)
`,
    )
  })

  it('are left out where nothing was measured for them', () => {
    expect(judge([row({ posts: 100 }), row({ posts: 100, site: 'plain' })])).toEqual([])
    expect(renderReport([row({ posts: 100 })])).not.toContain('Bars')
  })
})

it('a table says how many times plain each site costs', () => {
  const rows = [row({ posts: 100, wall: 5, cpu: 6, memory: 2e8 }), row({ posts: 100, site: 'plain' })]
  expect(renderReport(rows).split('\n').slice(0, 3)).toEqual([
    'posts  site      what  wall s  CPU s  peak MB  size MB  files  × wall  × CPU  × memory',
    '  100  coldread  cold    5.00   6.00      200       20  1,100   0.50×  0.50×     0.25×',
    '  100  plain     cold   10.00  12.00      800       20  1,100   1.00×  1.00×     1.00×',
  ])
})

describe('growth', () => {
  it.each([
    ['linear', 10, 1],
    ['quadratic', 100, 2],
    ['none', 1, 0],
  ])('%s', (_, factor, power) => {
    const rows = [row({ posts: 100 }), row({ wall: 10 * factor }), row({ site: 'plain' })]
    expect(growthOf(rows).find(({ measure }) => measure === 'wall')).toEqual({
      ...{ site: 'coldread', phase: 'cold', measure: 'wall', from: 100, to: 1000 },
      power: expect.closeTo(power, 9),
    })
    expect(growthOf(rows)).toHaveLength(4)
  })
})

describe('bars of what is no build', () => {
  const lint = {
    rows: [
      { name: 'coldread', 'MB a CPU s': 6, 'first finding, CPU s': 0.21 },
      { name: 'alex', 'MB a CPU s': 0.5, 'first finding, CPU s': 1 },
      { name: 'textlint (3 rules)', 'MB a CPU s': 0.2, 'first finding, CPU s': 1 },
    ],
  }
  const run = (wall: number) => ({ wall, peak: 500 })

  it.each<[string, Others, string[]]>([
    [
      'the lint',
      { lint },
      [
        '  met     lint, real files: speed 6 MB a CPU second (bar: at least 5)',
        '  met     lint: times the speed of textlint 30× (bar: at least 15)',
        '  not met lint: times the speed of alex 12× (bar: at least 20)',
        '  not met lint: first finding on one file 0.21 CPU s (bar: at most 0.2)',
      ],
    ],
    [
      'the queue, by medians',
      { queue: { runs: [run(9), run(2), run(3.5)] } },
      ['  not met queue: wall 3.5 s (bar: at most 3)', '  met     queue: memory 500 MB (bar: at most 500)'],
    ],
    ['a board of another size', { board: { posts: 60, runs: [{ first: 1, again: 1 }] } }, ['']],
    [
      'search',
      { search: { milliseconds: { cold: [501], warm: [1000, 20, 30] } } },
      [
        '  not met search: first answer 501 ms (bar: at most 500)',
        '  met     search: next answer 30 ms (bar: at most 100)',
      ],
    ],
    ['what failed', { lint: null, queue: null }, ['']],
  ])('%s', (_, results, lines) => {
    expect(renderOtherBars(results).split('\n')).toEqual(lines)
  })
})
