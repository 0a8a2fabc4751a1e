// Prints what it costs to bring in a search console export, and to make ideas of it.
// Usage: npm run bench -- inbox [--rows 50000] [--runs 3]
import { spawnSync } from 'node:child_process'
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'

const { values } = parseArgs({
  options: { rows: { type: 'string', default: '50000' }, runs: { type: 'string', default: '3' } },
})
const rows = Number(values.rows)
const bin = fileURLToPath(new URL('../../scripts/coldread.mjs', import.meta.url))
const blog = fileURLToPath(new URL('../fixtures/blog/content', import.meta.url))

/** As people search: a few words are in most searches, most words in few. */
const words =
  'how what why best post posts small business shop often instagram newsletter reviews price calendar title'.split(
    ' ',
  )
let seed = 7
const random = (below: number) => {
  seed = (Math.imul(seed, 1_103_515_245) + 12_345) >>> 0
  return Math.floor((seed / 2 ** 32) * below)
}
const wordOf = () =>
  random(3) === 0 ? `word${Math.floor(random(100) ** 2 / 2)}` : words[random(words.length)]
const lines = Array.from({ length: rows }, (_, index) => {
  const search = Array.from({ length: 3 + random(4) }, wordOf).join(' ')
  const impressions = 1 + Math.floor(200_000 / (index + 10))
  return `${search} ${index % 10 === 0 ? index : ''},${random(impressions)},${impressions},1.5%,${random(80)}.${random(10)}`
})
const root = mkdtempSync(join(tmpdir(), 'coldread-bench-inbox-'))
process.on('exit', () => rmSync(root, { recursive: true, force: true }))
const file = join(root, 'Queries.csv')
writeFileSync(file, `Top queries,Clicks,Impressions,CTR,Position\n${lines.join('\n')}\n`)

const run = (...args: string[]) => {
  const begun = performance.now()
  const { status, stderr } = spawnSync(
    process.execPath,
    [bin, ...args, '--root', root, '--now', '2026-11-23T09:00'],
    { encoding: 'utf8' },
  )
  if (status !== 0) throw new Error(stderr)
  return (performance.now() - begun) / 1000
}
const times = Array.from({ length: Number(values.runs) }, () => {
  rmSync(join(root, 'content'), { recursive: true, force: true })
  cpSync(blog, join(root, 'content'), { recursive: true })
  return {
    'import s': run('import', file),
    'again s': run('import', file),
    'ideas s': run('ideas'),
  }
}).sort((a, b) => a['import s'] - b['import s'])
console.log(`${rows} searches; median of ${times.length} runs, each command a process of its own`)
console.table(
  Object.fromEntries(
    Object.entries(times[times.length >> 1] ?? {}).map(([name, time]) => [name, Number(time.toFixed(2))]),
  ),
)
