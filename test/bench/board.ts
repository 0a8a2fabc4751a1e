// Prints how long `coldread board` takes for 1,000 posts: the first time, and when one post changed since.
// Usage: npm run bench -- board [--posts 1000] [--runs 3] [--json]
import { spawnSync } from 'node:child_process'
import {
  appendFileSync,
  cpSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { addDays } from '../../src/calendar/time.ts'

const { values } = parseArgs({
  options: {
    posts: { type: 'string', default: '1000' },
    runs: { type: 'string', default: '3' },
    json: { type: 'boolean' },
  },
})
const number = Number(values.posts)
const repository = join(import.meta.dirname, '../..')
const root = mkdtempSync(join(tmpdir(), 'coldread-bench-board-'))
process.on('exit', () => rmSync(root, { recursive: true, force: true }))
writeBlog()

const runs = Array.from({ length: Number(values.runs) }, (_, run) => {
  rmSync(join(root, '.coldread'), { recursive: true, force: true })
  const first = build()
  appendFileSync(join(root, 'content/posts/post-0000.mdx'), `\nAnother line, the ${run + 1}th.\n`)
  return { first, again: build() }
})
const median = (seconds: readonly number[]) => seconds.toSorted((a, b) => a - b)[Math.floor(runs.length / 2)]
if (values.json) console.log(JSON.stringify({ node: process.version, posts: number, runs }, null, 1))
else {
  console.log(`${number} posts; median of ${runs.length} runs, each a process of its own, in seconds`)
  console.table({
    'the first time': median(runs.map(({ first }) => first)),
    'after a change of one post': median(runs.map(({ again }) => again)),
  })
}

/** Seconds from start to end of the command. */
function build(): number {
  const begun = performance.now()
  const args = [
    join(repository, 'scripts/coldread.mjs'),
    'board',
    '--root',
    root,
    '--now',
    '2026-11-22T12:00',
  ]
  const { status, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8' })
  if (status !== 0) throw new Error(stderr)
  return Number(((performance.now() - begun) / 1000).toFixed(2))
}

/** The sample blog's posts over and over, each with a title, a query, words and a day of its own, two a day. */
function writeBlog(): void {
  const sample = join(repository, 'test/fixtures/blog/content')
  cpSync(sample, join(root, 'content'), { recursive: true })
  const plan = join(root, 'content/plan.yaml')
  writeFileSync(plan, readFileSync(plan, 'utf8').replace(/^blackouts:.*$/m, ''))
  const folder = join(root, 'content/posts')
  const texts = readdirSync(folder)
    .filter((name) => name.endsWith('.mdx'))
    .sort()
    .map((name) => readFileSync(join(folder, name), 'utf8').split(/^---$/m).slice(2).join('---'))
    .map((text) =>
      text.replace(/!\[[^\]]*\]\([^)]*\)/g, '').replace(/\]\(\.[^)]*\)/g, '](https://notes.example/)'),
    )
  for (const name of readdirSync(folder)) rmSync(join(folder, name), { recursive: true })
  for (let index = 0; index < number; index++) {
    const slug = `post-${String(index).padStart(4, '0')}`
    const day = addDays('2026-11-22', Math.floor((index - number * 0.8) / 2))
    const entry = [
      `title: What does small shop number ${index} post?`,
      `query: what small shop ${index} posts`,
      `answer: Shop number ${index} posts ${1 + (index % 7)} times a week, because a rhythm that it keeps beats a burst.`,
      'purpose: awareness',
      'topics: [rhythm]',
      'status: ready',
      `publish: ${day} 09:${index % 2 === 0 ? '00' : '30'}`,
      'snippets:',
      '  linkedin:',
      `    - { kind: link, at: +1d 10:00, text: Shop number ${index} posts twice a week and keeps it up. }`,
      '  mastodon:',
      `    - { kind: question, at: +2d 12:00, text: 'What would shop number ${index} write next?' }`,
    ]
    const body = `${texts[index % texts.length]}\nThis is the story of shop number ${index}.\n`
    writeFileSync(join(folder, `${slug}.mdx`), `---\n${entry.join('\n')}\n---\n${body}`)
  }
}
