// Prints what it costs to move an export of WordPress, beside what it may cost at most.
// Usage: npm run bench -- adopt [--posts 5000] [--runs 1] [--json]
import {
  closeSync,
  existsSync,
  mkdtempSync,
  openSync,
  readdirSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { wxrPieces } from './blog/make-wxr.ts'
import { measureTree } from './build/measure-tree.ts'

const { values } = parseArgs({
  options: {
    posts: { type: 'string', default: '5000' },
    runs: { type: 'string', default: '1' },
    json: { type: 'boolean' },
    keep: { type: 'boolean' },
  },
})
const posts = Number(values.posts)
const bin = fileURLToPath(new URL('../../scripts/coldread.mjs', import.meta.url))
/** For 5,000 posts of about 100 MB together. */
const bars = { 'wall s': 60, 'peak MB': 500 }

const root = mkdtempSync(join(tmpdir(), 'coldread-bench-adopt-'))
process.on('exit', () => {
  if (!values.keep) rmSync(root, { recursive: true, force: true })
})
const say = (text: string) => void process.stderr.write(`${text}\n`)

const file = join(root, 'export.xml')
const opened = openSync(file, 'w')
for (const piece of wxrPieces(posts)) writeSync(opened, piece)
closeSync(opened)
const size = Math.round(statSync(file).size / 1e6)
say(`an export of ${posts} posts, ${size} MB`)

const runs = []
for (let run = 1; run <= Number(values.runs); run++) {
  const target = join(root, `moved-${run}`)
  say(`run ${run}: coldread adopt export.xml --to ${target}`)
  const { wall, cpu, memory } = await measureTree([bin, 'adopt', file, '--to', target], { cwd: root })
  const folder = join(target, 'content/posts')
  const moved = existsSync(folder)
    ? readdirSync(folder, { recursive: true }).filter((name) => /\.mdx$/.test(String(name))).length
    : 0
  runs.push({ 'wall s': round(wall, 1), 'CPU s': round(cpu, 1), 'peak MB': Math.round(memory / 1e6), moved })
}
runs.sort((a, b) => a['wall s'] - b['wall s'])
const median = runs[runs.length >> 1]
if (values.json) console.log(JSON.stringify({ posts, size, runs, bars }))
else if (median) {
  console.log(`${posts} posts, ${size} MB; median of ${runs.length} runs`)
  console.table(median)
  for (const [name, bar] of Object.entries(bars))
    console.log(`${name} ≤ ${bar}: ${median[name as keyof typeof bars] <= bar ? 'met' : 'not met'}`)
}
if (values.keep) say(root)

function round(value: number, digits: number): number {
  return Number(value.toFixed(digits))
}
