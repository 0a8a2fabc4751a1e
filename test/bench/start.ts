// Prints how long commands take before they have done anything much: start-up, and the first answer about one post.
// Usage: npm run bench -- start [--posts 1000] [--runs 5] [--json]
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { type Cost, measureTree } from './build/measure-tree.ts'
import { readOptions } from './build/read-options.ts'
import { sayProgress } from './build/say-progress.ts'
import { nowFor, writeBlog } from './make-blog.ts'

const { sizes, runs, json } = readOptions(process.argv.slice(2))
const repository = join(import.meta.dirname, '../..')
const root = mkdtempSync(join(tmpdir(), 'coldread-bench-start-'))
process.on('exit', () => rmSync(root, { recursive: true, force: true }))

const posts = sizes.at(-1) as number
const written = writeBlog(root, posts)
const post = basename(written.at(-1) as string, '.mdx')
const inBlog = ['--root', root, '--now', nowFor(posts)]
const commands: Record<string, readonly string[]> = {
  '--help': ['--help'],
  formats: ['formats'],
  'lint, one file': ['lint', join(root, written.at(-1) as string), '--root', root],
  show: ['show', post, ...inBlog],
  queue: ['queue', ...inBlog],
}
const costs = new Map<string, Cost[]>(Object.keys(commands).map((name) => [name, []]))
for (let run = 1; run <= runs; run++)
  for (const [name, args] of Object.entries(commands)) {
    sayProgress(`start-up, run ${run} of ${runs}: ${name}`)
    costs
      .get(name)
      ?.push(await measureTree([join(repository, 'scripts/coldread.mjs'), ...args], { cwd: repository }))
  }
sayProgress('')

const median = (figures: number[]) => figures.sort((a, b) => a - b)[Math.floor(figures.length / 2)] as number
const rows = [...costs].map(([name, all]) => ({
  name,
  'wall s': Number(median(all.map(({ wall }) => wall)).toFixed(3)),
  'CPU s': Number(median(all.map(({ cpu }) => cpu)).toFixed(2)),
  'peak MB': Math.round(median(all.map(({ memory }) => memory)) / 1e6),
}))
if (json) console.log(JSON.stringify({ node: process.version, posts, runs, rows }, null, 1))
else {
  console.log(`In a blog of ${posts} posts; medians of ${runs} runs, each a process of its own`)
  console.table(rows)
}
