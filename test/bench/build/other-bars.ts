/** What the measurements that are no builds print as JSON; null where one failed. */
export interface Others {
  lint?: { rows: readonly Record<string, string | number>[] } | null
  queue?: { runs: readonly { wall: number; peak: number }[] } | null
  board?: { posts: number; runs: readonly { first: number; again: number }[] } | null
  search?: { milliseconds: Readonly<Record<'cold' | 'warm', readonly number[]>> } | null
}

/** Something measured, in words and a unit, beside its bar: at most that, or at least. */
interface Check {
  what: string
  unit: string
  measured: number
  atMost?: number
  atLeast?: number
}

/** A line for each bar that something was measured for: met or not met. */
export function renderOtherBars(results: Others): string {
  return checksOf(results)
    .map(({ what, unit, measured, atMost, atLeast }) => {
      const isMet = atMost === undefined ? measured >= (atLeast ?? 0) : measured <= atMost
      const bar = atMost === undefined ? `at least ${atLeast}` : `at most ${atMost}`
      return `  ${(isMet ? 'met' : 'not met').padEnd(8)}${what} ${Number(measured.toPrecision(3))}${unit} (bar: ${bar})`
    })
    .join('\n')
}

function checksOf({ lint, queue, board, search }: Others): Check[] {
  const checks: Check[] = []
  if (lint) {
    const figure = (linter: string, name: string) =>
      Number(lint.rows.find((row) => `${row.name}`.startsWith(linter))?.[name])
    const speed = (linter: string) => figure(linter, 'MB a CPU s')
    const own = speed('coldread')
    checks.push(
      { what: 'lint, real files: speed', unit: ' MB a CPU second', measured: own, atLeast: 5 },
      {
        what: 'lint: times the speed of textlint',
        unit: '×',
        measured: own / speed('textlint'),
        atLeast: 15,
      },
      { what: 'lint: times the speed of alex', unit: '×', measured: own / speed('alex'), atLeast: 20 },
      {
        what: 'lint: first finding on one file',
        unit: ' CPU s',
        measured: figure('coldread', 'first finding, CPU s'),
        atMost: 0.2,
      },
    )
  }
  if (queue)
    checks.push(
      { what: 'queue: wall', unit: ' s', measured: median(queue.runs.map(({ wall }) => wall)), atMost: 3 },
      {
        what: 'queue: memory',
        unit: ' MB',
        measured: median(queue.runs.map(({ peak }) => peak)),
        atMost: 500,
      },
    )
  if (board?.posts === 1000)
    checks.push({
      what: 'board, 1,000 posts, the first time',
      unit: ' s',
      measured: median(board.runs.map(({ first }) => first)),
      atMost: 3,
    })
  if (search)
    checks.push(
      { what: 'search: first answer', unit: ' ms', measured: median(search.milliseconds.cold), atMost: 500 },
      { what: 'search: next answer', unit: ' ms', measured: median(search.milliseconds.warm), atMost: 100 },
    )
  return checks
}

function median(all: readonly number[]): number {
  return all.toSorted((a, b) => a - b)[Math.floor(all.length / 2)] as number
}
