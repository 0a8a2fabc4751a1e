// Measures builds, start-up, lint, queue, board and search, one after the other.
// Usage: npm run bench -- [--posts 100,1000,10000] [--runs 3] [--og] [--json]
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Row } from './build/bars.ts'
import { renderOtherBars } from './build/other-bars.ts'
import { readOptions } from './build/read-options.ts'
import { renderReport } from './build/render-report.ts'
import { sayProgress } from './build/say-progress.ts'
import { nowFor, writeBlog } from './make-blog.ts'

const here = import.meta.dirname
const { sizes, runs, og, json } = readOptions(process.argv.slice(2))
const posts = String(sizes.at(-1))
const root = mkdtempSync(join(tmpdir(), 'coldread-bench-all-'))
process.on('exit', () => rmSync(root, { recursive: true, force: true }))

const repeated = ['--runs', String(runs)]
const measurements: Record<string, () => readonly string[]> = {
  build: () => ['--posts', sizes.join(','), ...repeated, ...(og ? ['--og'] : [])],
  start: () => ['--posts', posts, ...repeated],
  lint: () => repeated,
  queue: () => repeated,
  board: () => ['--posts', posts, ...repeated],
  search: () => [builtBlog(), '--post', '', '--letters', 'ho'],
}

const results: Record<string, unknown> = {}
for (const [name, args] of Object.entries(measurements)) {
  results[name] = measure(name, [...args(), '--json'])
  if (!json) show(name, results[name])
}
if (json) console.log(JSON.stringify(results, null, 1))
else console.log(`\nBars besides those of builds\n${renderOtherBars(results)}`)

/** Runs one measurement in a process of its own, so that none leaves anything to the next; null where it fails. */
function measure(name: string, args: readonly string[]): unknown {
  const { status, stdout } = spawnSync(process.execPath, [join(here, `${name}.ts`), ...args], {
    stdio: ['ignore', 'pipe', 'inherit'],
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  })
  if (status === 0) return JSON.parse(stdout)
  console.error(`${name} could not be measured: status ${status}`)
  process.exitCode = 1
  return null
}

/** Prints what one measured, for a person. */
function show(name: string, result: unknown): void {
  if (result === null) return
  const { rows, runs: all, milliseconds, measured: _, ...about } = result as Record<string, unknown>
  const facts = Object.entries(about).map(
    ([fact, value]) => `${fact} ${typeof value === 'object' ? JSON.stringify(value) : value}`,
  )
  console.log(`\n${name}: ${facts.join(', ')}`)
  if (name === 'build') console.log(`\n${renderReport(rows as Row[])}`)
  else console.table(rounded(rows ?? milliseconds ?? all))
}

/** With two digits behind the point. */
function rounded(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value), (_, each) =>
    typeof each === 'number' ? Math.round(each * 100) / 100 : each,
  )
}

/** Builds the largest blog for searches in it. @returns where it is */
function builtBlog(): string {
  sayProgress(`search: building ${posts} posts`)
  writeBlog(root, Number(posts), ['cards: false'])
  const command = [
    join(here, '../../scripts/coldread.mjs'),
    'build',
    '--root',
    root,
    '--now',
    nowFor(Number(posts)),
  ]
  const { status, stderr } = spawnSync(process.execPath, command, {
    cwd: join(here, '../..'),
    encoding: 'utf8',
  })
  sayProgress('')
  if (status !== 0) throw new Error(stderr)
  return join(root, 'dist')
}
