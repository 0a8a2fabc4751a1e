import { type Growth, growthOf, judge, type Row, type Verdict } from './bars.ts'
import type { Cost } from './measure-tree.ts'

const names: Record<keyof Cost | 'size', string> = {
  wall: 'wall',
  cpu: 'CPU',
  memory: 'memory',
  size: 'size of the site',
}

/** What was measured, for a person: a table, the bars, and how cost grows. */
export function renderReport(rows: readonly Row[]): string {
  const verdicts = judge(rows)
  const steep = growthOf(rows).filter(({ site }) => site.startsWith('coldread'))
  return [
    table(rows),
    ...(verdicts.length > 0 ? ['Bars', ...verdicts.map(renderVerdict), ''] : []),
    ...(steep.length > 0
      ? ['How cost grows, from one size to the next (1 is linear)', ...growthLines(steep), '']
      : []),
  ].join('\n')
}

function table(rows: readonly Row[]): string {
  const beside = (row: Row, measure: keyof Cost) => {
    const plain = rows.find(
      ({ posts, site, phase }) => posts === row.posts && site === 'plain' && phase === row.phase,
    )
    return plain ? times(row[measure] / plain[measure]) : ''
  }
  const cells = rows.map((row) => [
    row.posts.toLocaleString('en'),
    row.site,
    row.phase,
    row.wall.toFixed(2),
    row.cpu.toFixed(2),
    megabytes(row.memory),
    megabytes(row.size),
    row.files.toLocaleString('en'),
    beside(row, 'wall'),
    beside(row, 'cpu'),
    beside(row, 'memory'),
  ])
  const heads = [
    'posts',
    'site',
    'what',
    'wall s',
    'CPU s',
    'peak MB',
    'size MB',
    'files',
    '× wall',
    '× CPU',
    '× memory',
  ]
  const widths = heads.map((head, column) =>
    Math.max(head.length, ...cells.map((each) => each[column]?.length ?? 0)),
  )
  const line = (texts: readonly string[]) =>
    texts
      .map((text, column) =>
        column === 1 || column === 2 ? text.padEnd(widths[column] ?? 0) : text.padStart(widths[column] ?? 0),
      )
      .join('  ')
      .trimEnd()
  return `${[heads, ...cells].map(line).join('\n')}\n`
}

function renderVerdict({
  posts,
  phase,
  site,
  measure,
  than,
  measured,
  limit,
  moonshot,
  isMet,
  isMoonshot,
}: Verdict): string {
  const shown = (figure: number) =>
    than ? times(figure) : measure === 'memory' ? `${megabytes(figure)} MB` : `${figure.toFixed(2)} s`
  const asked = [
    ...(Number.isFinite(limit) ? [`bar ${shown(limit)}`] : []),
    ...(moonshot === undefined ? [] : [`moonshot ${shown(moonshot)}${isMoonshot ? ', met too' : ''}`]),
  ]
  const what = `${posts.toLocaleString('en')} posts, ${site}, ${phase}: ${names[measure]}`
  return `  ${(isMet ? 'met' : 'not met').padEnd(8)}${what} ${shown(measured)}${than ? ` of ${than}` : ''} (${asked.join(', ')})`
}

function growthLines(growth: readonly Growth[]): string[] {
  const steps = Map.groupBy(
    growth,
    ({ site, phase, from, to }) => `${site}, ${phase}, ${from} to ${to} posts`,
  )
  return [...steps].map(
    ([step, each]) =>
      `  ${step}: ${each.map(({ measure, power }) => `${names[measure]} ${power.toFixed(2)}`).join(', ')}`,
  )
}

function megabytes(bytes: number): string {
  return (bytes / 1e6).toFixed(bytes < 1e7 ? 1 : 0)
}

function times(ratio: number): string {
  return `${ratio.toFixed(2)}×`
}
