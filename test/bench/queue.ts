// Prints what it costs to hold 100,000 snippets against a ledger of as many lines: plan, fold, diff.
// Usage: npm run bench -- queue [--snippets 100000] [--runs 3] [--json]
import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { readLedger } from '../../plugins/queue/read-ledger.ts'
import { diskShelf } from '../../plugins/queue/shelf.ts'
import type { Calendar } from '../../src/calendar/calendar.ts'
import { planSchema } from '../../src/calendar/plan.ts'
import type { Post } from '../../src/calendar/post.ts'
import { ledgerFolder } from '../../src/calendar/sources.ts'
import { addDays, type Moment, toMoment } from '../../src/calendar/time.ts'
import { csv } from '../../src/snippets/formats/csv.ts'
import { diffQueue } from '../../src/snippets/ledger/diff-queue.ts'
import { makeHandover, statementFile } from '../../src/snippets/ledger/make-handover.ts'
import { planQueue } from '../../src/snippets/plan-queue.ts'

const { values } = parseArgs({
  options: {
    snippets: { type: 'string', default: '100000' },
    runs: { type: 'string', default: '3' },
    json: { type: 'boolean' },
    ledger: { type: 'string' },
  },
})
const number = Number(values.snippets)
const zone = 'Europe/Tallinn'
const now = toMoment('2027-01-01', '08:00', zone) as Moment
const plan = planSchema.parse({
  site: { name: 'Notes', about: 'Notes', url: 'https://notes.example' },
  zone,
  blackouts: ['2027-12-24/2027-12-26'],
  links: { source: '{network}' },
  channels: Object.fromEntries(
    ['linkedin', 'mastodon', 'bluesky', 'x'].map((network) => [
      network,
      { network, times: ['mon 10:00', 'wed 10:00', 'fri 10:00'] },
    ]),
  ),
})
/** Ten snippets a post, one with a link, here and there one at the next free time, all ahead of us. */
const posts = Array.from({ length: number / 10 }, (_, index): Post => {
  const slug = `post-${String(index).padStart(6, '0')}`
  const text = (each: number) =>
    `Snippet ${each} of post ${index} says something short about a small shop: number ${index * 31 + each} is the one to keep in mind this week, and here is why.`
  const snippet = (each: number) => ({
    kind: each === 0 ? ('link' as const) : ('tip' as const),
    at: each === 1 && index % 20 === 0 ? ('next' as const) : { days: each, time: `1${each % 10}:00` },
    text: text(each),
  })
  return {
    slug,
    path: `/${slug}/`,
    file: `content/posts/${slug}.mdx`,
    state: 'scheduled',
    formerSlugs: [],
    publish: toMoment(addDays('2027-01-02', index % 600), '09:00', zone),
    snippets: {
      linkedin: [0, 1, 2].map(snippet),
      mastodon: [3, 4, 5].map(snippet),
      bluesky: [6, 7].map(snippet),
      x: [8, 9].map(snippet),
    },
  } as unknown as Post
})
const calendar: Calendar = { now, plan, posts, activities: [], glossary: [], authors: {} }
const around = { until: '2030-12-31', sharesOf: () => [], hashOf: () => '' }

if (values.ledger) once(values.ledger)
else report()

/** In a process of its own: everything that is done before a first line can be printed. */
function once(root: string): void {
  const before = process.cpuUsage()
  const begun = performance.now()
  const marks: Record<string, number> = {}
  const mark = (name: string, since: number) => {
    marks[name] = Math.round(performance.now() - since)
    return performance.now()
  }
  const folded = readLedger(diskShelf(root))
  const afterFold = mark('read and fold', begun)
  const items = planQueue(calendar, { ...around, ledger: folded })
  const afterPlan = mark('plan', afterFold)
  const { unchanged, add } = diffQueue(items, folded, { now: now.instant, channels: plan.channels })
  mark('diff', afterPlan)
  const { user, system } = process.cpuUsage(before)
  console.log(
    JSON.stringify({
      items: items.length,
      unchanged: unchanged.length,
      add: add.length,
      marks,
      wall: (performance.now() - begun) / 1000,
      cpu: (user + system) / 1e6,
      peak: Math.round(process.resourceUsage().maxRSS / 1000),
    }),
  )
}

/** Writes exports of 100 rows each that hold everything, all but the last confirmed. */
function writeLedger(root: string): void {
  const items = planQueue(calendar, around).flatMap((item) => (item.at ? [{ ...item, at: item.at }] : []))
  mkdirSync(join(root, ledgerFolder), { recursive: true })
  for (let from = 0; from < items.length; from += 100) {
    const making = { id: 'csv', format: csv, context: plan, now: now.instant, salt: String(from) }
    const { name, ledger } = makeHandover(items.slice(from, from + 100), making)
    writeFileSync(join(root, ledger.path), ledger.content)
    if (from + 100 >= items.length) return
    const { path, content } = statementFile([{ type: 'confirm', export: name, at: now.instant }])
    writeFileSync(join(root, path), content)
  }
}

function report(): void {
  const root = mkdtempSync(join(tmpdir(), 'coldread-bench-queue-'))
  process.on('exit', () => rmSync(root, { recursive: true, force: true }))
  writeLedger(root)
  // As the command itself is started.
  const args = ['--efficiency-mode', import.meta.filename, '--ledger', root, '--snippets', String(number)]
  const runs = Array.from({ length: Number(values.runs) }, () => {
    const { stdout, stderr, status } = spawnSync(process.execPath, args, { encoding: 'utf8' })
    if (status !== 0) throw new Error(stderr)
    return JSON.parse(stdout)
  }).sort((a, b) => a.wall - b.wall)
  const median = runs[Math.floor(runs.length / 2)]
  if (values.json) {
    console.log(JSON.stringify({ node: process.version, runs }, null, 1))
    return
  }
  console.log(
    `${median.items} snippets against ${median.unchanged} rows of the ledger, which is as long; median of ${runs.length} runs, each a process of its own`,
  )
  console.table({ ...median.marks, 'wall s': median.wall, 'CPU s': median.cpu, 'peak MB': median.peak })
}
