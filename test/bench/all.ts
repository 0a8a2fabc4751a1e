// Measures builds, start-up, lint, queue, board and search, one after the other.
// Usage: npm run bench -- [--posts 100,1000,10000] [--runs 3] [--og] [--json]
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readOptions } from './build/read-options.ts'
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
  if (!json) console.log(`\n${name}`)
  results[name] = measure(name, [...args(), ...(json ? ['--json'] : [])])
}
if (json) console.log(JSON.stringify(results, null, 1))

/** Runs one measurement in a process of its own, so that none leaves anything to the next. */
function measure(name: string, args: readonly string[]): unknown {
  const { status, stdout } = spawnSync(process.execPath, [join(here, `${name}.ts`), ...args], {
    stdio: ['ignore', json ? 'pipe' : 'inherit', 'inherit'],
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  })
  if (status === 0) return json ? JSON.parse(stdout) : undefined
  console.error(`${name} could not be measured: status ${status}`)
  process.exitCode = 1
  return null
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
