// Prints how right other linters are on labeled text, by the measures that plugins/lint/readme.md gives for ours.
// Usage: npm run bench -- compare DATA_DIR   (a folder of .jsonl files: rows with `text` and labels)
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { TextlintKernel } from '@textlint/kernel'
import markdownPlugin from '@textlint/textlint-plugin-markdown'
import { text as alexText } from 'alex'
import { retext } from 'retext'
import retextIntensify from 'retext-intensify'
import retextSimplify from 'retext-simplify'
import unexpandedAcronym from 'textlint-rule-unexpanded-acronym'
import writeGood from 'write-good'

/** Offsets of what a linter points at. */
type Found = { start: number; end: number }[]
type Linter = (text: string) => Found | Promise<Found>

interface Row {
  text: string
  label: number
  words?: number
  start: number
  end: number
  acronyms?: { acronym: string; status: string }[]
  pairs?: { short?: string }[]
}

const kernel = new TextlintKernel()
const linters: Record<string, Linter> = {
  'write-good': (text) => writeGood(text).map(({ index, offset }) => ({ start: index, end: index + offset })),
  alex: (text) => alexText(text).messages.map(spanOf),
  'retext-intensify': async (text) =>
    (await retext().use(retextIntensify).process(text)).messages.map(spanOf),
  'retext-simplify': async (text) => (await retext().use(retextSimplify).process(text)).messages.map(spanOf),
  'textlint-rule-unexpanded-acronym': async (text) => {
    const { messages } = await kernel.lintText(text, {
      ext: '.md',
      plugins: [{ pluginId: 'markdown', plugin: markdownPlugin.default ?? markdownPlugin }],
      rules: [{ ruleId: 'unexpanded-acronym', rule: unexpandedAcronym.default ?? unexpandedAcronym }],
    })
    // It reports at the first character; the acronym stands in its message.
    return messages.flatMap(({ message }) => {
      const acronym = /"([^"]+)"/.exec(message)?.[1] ?? ''
      const start = text.indexOf(acronym)
      return start < 0 ? [] : [{ start, end: start + acronym.length }]
    })
  },
}

const folder = process.argv[2]
if (!folder) {
  console.error('npm run bench -- compare DATA_DIR')
  process.exit(2)
}
const rows = (name: string): Row[] =>
  readFileSync(join(folder, `${name}.jsonl`), 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line))
const sets = {
  acronyms: rows('acronym-undefined-blog'),
  defined: rows('acronym-med1250'),
  tone: rows('page-tone'),
  quiet: rows('docs-digitalgov'),
  puffery: rows('promo-wiki-puffery'),
  hard: rows('complex-cwi2018'),
}
const promotional = sets.tone.filter(({ label }) => label === 1)
const helpful = sets.tone.filter(({ label }) => label === 0)

const table: Record<string, Record<string, string>> = {}
for (const [name, linter] of Object.entries(linters)) {
  process.stderr.write(`\r\x1b[K${name}`)
  const rate = async (text: string) => (await linter(text)).length / countOf(text)
  const cut = sets.quiet.map(({ text }, at) =>
    excerpt(text, countOf(promotional[at % promotional.length]?.text ?? '')),
  )
  const quiet = (await all(cut, rate)).sort((a, b) => b - a)
  const sold = await all(
    promotional.map(({ text }) => text),
    rate,
  )
  const helped = await all(
    helpful.map(({ text }) => text),
    rate,
  )
  const found = (share: number) => {
    const limit = quiet[Math.floor(quiet.length * share)] ?? 0
    return sold.filter((each) => each > limit).length / sold.length
  }
  const puffed = await all(
    sets.puffery.map(({ text }) => text),
    rate,
  )
  const ofLabel = (label: number) => puffed.filter((_, at) => sets.puffery[at]?.label === label)
  const noise = await all(
    sets.quiet.map(({ text }) => text),
    async (text) => (await linter(text)).length,
  )
  const words = sets.quiet.reduce((sum, { text }) => sum + countOf(text), 0)
  table[name] = {
    'acronyms F1': (await acronymF1(linter)).toFixed(2),
    'defined flagged': (await definedFlagged(linter)).toFixed(2),
    'found at 5 %': found(0.05).toFixed(2),
    'found at 2 %': found(0.02).toFixed(2),
    'promotion AUC': auc(sold, helped).toFixed(2),
    'hype AUC': auc(ofLabel(1), ofLabel(0)).toFixed(2),
    'hard words P / R': await hardWords(linter),
    'per 1,000 words': ((1000 * noise.reduce((a, b) => a + b, 0)) / words).toFixed(1),
  }
}
process.stderr.write('\r\x1b[K')
console.table(table)

async function acronymF1(linter: Linter): Promise<number> {
  let [hits, wrong, missed] = [0, 0, 0]
  for (const { text, acronyms = [] } of sets.acronyms) {
    const flagged = new Set((await linter(text)).map(({ start, end }) => bare(text.slice(start, end))))
    for (const { acronym, status } of acronyms) {
      const isHit = flagged.delete(bare(acronym))
      if (status === 'undefined') isHit ? hits++ : missed++
      else if (isHit && status !== 'borderline') wrong++
    }
    wrong += [...flagged].filter((each) => /^[A-Z]/.test(each)).length
  }
  return (2 * hits) / (2 * hits + wrong + missed || 1)
}

async function definedFlagged(linter: Linter): Promise<number> {
  let [wrong, count] = [0, 0]
  for (const { text, pairs = [] } of sets.defined) {
    const flagged = new Set((await linter(text)).map(({ start, end }) => bare(text.slice(start, end))))
    for (const { short = '' } of pairs) {
      if (!/^[A-Z]{3,5}$/.test(short)) continue
      count++
      if (flagged.has(short)) wrong++
    }
  }
  return wrong / (count || 1)
}

async function hardWords(linter: Linter): Promise<string> {
  const known = new Map<string, Found>()
  let [hits, wrong, missed] = [0, 0, 0]
  for (const { text, start, end, label } of sets.hard) {
    const found = known.get(text) ?? (await linter(text))
    known.set(text, found)
    const isHit = found.some((each) => each.start < end && each.end > start)
    if (isHit) label ? hits++ : wrong++
    else if (label) missed++
  }
  return `${(hits / (hits + wrong || 1)).toFixed(2)} / ${(hits / (hits + missed || 1)).toFixed(2)}`
}

function spanOf({ place }: { place?: unknown }): { start: number; end: number } {
  const range = place as { start?: { offset?: number }; end?: { offset?: number } } | undefined
  return { start: range?.start?.offset ?? 0, end: range?.end?.offset ?? 0 }
}

/** Probability that a text of the first kind scores above one of the second. */
function auc(above: readonly number[], below: readonly number[]): number {
  let sum = 0
  for (const a of above) for (const b of below) sum += a > b ? 1 : a === b ? 0.5 : 0
  return sum / (above.length * below.length || 1)
}

async function all<T>(texts: readonly string[], work: (text: string) => Promise<T>): Promise<T[]> {
  const done: T[] = []
  for (const text of texts) done.push(await work(text))
  return done
}

function bare(acronym: string): string {
  return acronym.replace(/['’]?s$/, '')
}

function countOf(text: string): number {
  return text.split(/\s+/).filter(Boolean).length
}

/** The beginning of a text, at most so many words. */
function excerpt(text: string, most: number): string {
  return text
    .trim()
    .split(/(\s+)/)
    .slice(0, most * 2 - 1)
    .join('')
}
