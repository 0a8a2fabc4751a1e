// Fits the weights of the scores to labeled texts, and says how well they do on texts that they were not fitted to.
// Usage: node test/bench/fit-scores.ts DATA_DIR
// DATA_DIR holds page-tone.jsonl (`text`, `label` 1 where it promotes), docs-digitalgov.jsonl (`text`, nothing promotes)
// and promo-wiki-puffery.jsonl (`text`, `label` 1 where it is puffed up).
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { makeLinter } from '../../plugins/lint/linter.ts'
import { cueKinds, plainKinds } from '../../plugins/lint/promotion/cue-kinds.ts'
import { readSelling } from '../../plugins/lint/promotion/read-selling.ts'
import { hypeKinds, plainHypeKinds, readHype } from '../../plugins/lint/scores/read-hype.ts'
import { scaled, type Weights } from '../../plugins/lint/scores/weigh.ts'
import { readFile } from '../../plugins/lint/text/make-text.ts'

/** What is counted in a text. */
interface Sample {
  group: string
  label: 0 | 1
  /** Of all samples together 1 for each label. */
  weight: number
  counts: number[]
  wordCount: number
}

const folder = process.argv[2]
if (!folder) throw new Error('Usage: node test/bench/fit-scores.ts DATA_DIR')
const linter = makeLinter()

const rowsOf = (name: string): { text: string; label: 0 | 1 }[] =>
  readFileSync(join(folder, `${name}.jsonl`), 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line))
const wordsIn = (text: string) => text.split(/\s+/).filter(Boolean).length
const cut = (text: string, words: number) =>
  text
    .trim()
    .split(/(\s+)/)
    .slice(0, words * 2 - 1)
    .join('')
const read = (prose: string) =>
  readFile('text.md', `${prose.replace(/[\\`*{}[\]<>|~_]|^[#+=-]/gm, '\\$&')}\n`, linter.lexicon).text

fitPromotion()
fitHype()

function fitPromotion(): void {
  const pages = rowsOf('page-tone')
  const lengths = pages.filter(({ label }) => label === 1).map(({ text }) => wordsIn(text))
  const government = rowsOf('docs-digitalgov').map(({ text }, index) =>
    cut(text, lengths[index % lengths.length] as number),
  )
  const sample = (text: string, group: string, label: 0 | 1, weight: number): Sample => {
    const { counts, wordCount } = readSelling(read(text), { brands: [] })
    return { group, label, weight, counts: cueKinds.map((kind) => counts[kind]), wordCount }
  }
  const promoting = pages.filter(({ label }) => label === 1)
  const helping = pages.filter(({ label }) => label === 0)
  const samples = [
    ...promoting.map(({ text }) => sample(text, 'promoting', 1, 1 / promoting.length)),
    ...helping.map(({ text }) => sample(text, 'helping', 0, 0.4 / helping.length)),
    ...government.map((text) => sample(text, 'government', 0, 0.6 / government.length)),
  ]
  const signs = cueKinds.map((kind) => ((plainKinds as readonly string[]).includes(kind) ? -1 : 1))
  const fit = (some: readonly Sample[]) => fitWeights(some, cueKinds, signs, 0.1)
  const measured = crossValidated(samples, fit).map((scores) => {
    const of = (group: string) => scores.filter((_, index) => samples[index]?.group === group)
    const [sold, helped, governed] = [of('promoting'), of('helping'), of('government').sort((a, b) => b - a)]
    const foundAt = (share: number) =>
      shareAbove(sold, governed[Math.floor(governed.length * share)] as number)
    const limit = governed[Math.floor(governed.length * 0.03)] as number
    return {
      foundAt5: foundAt(0.05),
      foundAt2: foundAt(0.02),
      aucAgainstHelping: auc(sold, helped),
      limit,
      foundAtLimit: shareAbove(sold, limit),
      helpingAtLimit: shareAbove(helped, limit),
    }
  })
  const { limit, ...figures } = meanOf(measured)
  const fitted = fit(samples)
  // A score of 0.5 is where 3 % of government posts that were not learned from lie above.
  write('promotion', { ...fitted, bias: fitted.bias - (limit as number) }, samples, figures)
}

function fitHype(): void {
  const rows = rowsOf('promo-wiki-puffery')
  const share = rows.filter(({ label }) => label === 1).length / rows.length
  const samples = rows.map(({ text, label }): Sample => {
    const { counts, wordCount } = readHype(read(text)).piece
    return {
      group: label ? 'puffed' : 'plain',
      label,
      weight: 1 / (rows.length * (label ? share : 1 - share)),
      counts: hypeKinds.map((kind) => counts[kind]),
      wordCount,
    }
  })
  const signs = hypeKinds.map((kind) => ((plainHypeKinds as readonly string[]).includes(kind) ? -1 : 1))
  const fit = (some: readonly Sample[]) => fitWeights(some, hypeKinds, signs, 0.1)
  const measured = crossValidated(samples, fit).map((scores) => {
    const of = (label: 0 | 1) => scores.filter((_, index) => samples[index]?.label === label)
    const [puffed, plain] = [of(1), of(0).sort((a, b) => b - a)]
    const limit = plain[Math.floor(plain.length * 0.1)] as number
    return { auc: auc(puffed, plain), limit, foundAtLimit: shareAbove(puffed, limit) }
  })
  const { limit, ...figures } = meanOf(measured)
  const fitted = fit(samples)
  // A score of 0.5 is where one of ten plain sentences that were not learned from lies above.
  write('hype', { ...fitted, bias: fitted.bias - (limit as number) }, samples, figures)
}

/** Logistic regression over scaled counts, by gradient descent: weights shrink toward 0, and keep their signs. */
function fitWeights(
  samples: readonly Sample[],
  names: readonly string[],
  signs: readonly number[],
  shrink: number,
): Weights {
  const plain = samples.filter(({ label }) => label === 0)
  const total = sumOf(plain.map(({ weight }) => weight))
  const usual = names.map(
    (_, at) =>
      sumOf(
        plain.map(({ counts, wordCount, weight }) => (weight * 100 * (counts[at] as number)) / wordCount),
      ) / total,
  )
  const scaledRows = samples.map(({ counts, wordCount }) =>
    counts.map((count, at) => scaled(count, wordCount, usual[at] as number)),
  )
  const all = sumOf(samples.map(({ weight }) => weight))
  const shares = samples.map(({ weight }) => weight / all)
  const mean = names.map((_, at) =>
    sumOf(scaledRows.map((row, i) => (shares[i] as number) * (row[at] as number))),
  )
  const spread = names.map(
    (_, at) =>
      Math.sqrt(
        sumOf(
          scaledRows.map(
            (row, i) => (shares[i] as number) * ((row[at] as number) - (mean[at] as number)) ** 2,
          ),
        ),
      ) || 1,
  )
  const rows = scaledRows.map((row) =>
    row.map((x, at) => (x - (mean[at] as number)) / (spread[at] as number)),
  )
  const weights = names.map(() => 0)
  let bias = 0
  for (let step = 0; step < 400; step++) {
    const slope = names.map(() => 0)
    let slopeOfBias = 0
    for (const [i, row] of rows.entries()) {
      const sum = bias + sumOf(row.map((x, at) => x * (weights[at] as number)))
      const miss = (1 / (1 + Math.exp(-sum)) - (samples[i] as Sample).label) * (shares[i] as number)
      slopeOfBias += miss
      for (const [at, x] of row.entries()) slope[at] = (slope[at] as number) + miss * x
    }
    bias -= slopeOfBias
    for (const [at, sign] of signs.entries()) {
      const next = (weights[at] as number) - (slope[at] as number) - shrink * (weights[at] as number)
      weights[at] = next * sign < 0 ? 0 : next
    }
  }
  const raw = weights.map((weight, at) => weight / (spread[at] as number))
  return {
    bias: bias - sumOf(raw.map((weight, at) => weight * (mean[at] as number))),
    counts: Object.fromEntries(
      names.map((name, at) => [name, { weight: raw[at] as number, usual: usual[at] as number }]),
    ),
  }
}

/** Scores of samples by weights fitted to the others: five times in ten parts. The sums, before they become 0 to 1. */
function crossValidated(samples: readonly Sample[], fit: (some: readonly Sample[]) => Weights): number[][] {
  return [1, 2, 3, 4, 5].map((seed) => {
    const part = partsOf(samples, seed)
    const scores: number[] = samples.map(() => 0)
    for (let out = 0; out < 10; out++) {
      const { bias, counts } = fit(samples.filter((_, index) => part[index] !== out))
      for (const [index, sample] of samples.entries())
        if (part[index] === out)
          scores[index] =
            bias +
            sumOf(
              Object.values(counts).map(
                ({ weight, usual }, at) =>
                  weight * scaled(sample.counts[at] as number, sample.wordCount, usual),
              ),
            )
    }
    return scores
  })
}

/** One of ten parts for each sample, each group spread evenly over them. */
function partsOf(samples: readonly Sample[], seed: number): number[] {
  let state = seed
  const random = () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return state / 2 ** 32
  }
  const seen = new Map<string, number>()
  const shuffled = samples.map((_, index) => ({ index, by: random() })).sort((a, b) => a.by - b.by)
  const part: number[] = []
  for (const { index } of shuffled) {
    const { group } = samples[index] as Sample
    const before = seen.get(group) ?? 0
    seen.set(group, before + 1)
    part[index] = before % 10
  }
  return part
}

function write(
  name: string,
  weights: Weights,
  samples: readonly Sample[],
  figures: Record<string, number>,
): void {
  const round = (x: number) => Math.round(x * 1000) / 1000
  const sizes: Record<string, number> = {}
  for (const { group } of samples) sizes[group] = (sizes[group] ?? 0) + 1
  const data = {
    fitted: new Date().toISOString().slice(0, 10),
    samples: sizes,
    crossValidated: Object.fromEntries(
      Object.entries(figures).map(([figure, value]) => [figure, round(value)]),
    ),
    bias: round(weights.bias),
    counts: Object.fromEntries(
      Object.entries(weights.counts).map(([kind, { weight, usual }]) => [
        kind,
        { weight: round(weight), usual: round(usual) },
      ]),
    ),
  }
  writeFileSync(
    new URL(`../../plugins/lint/scores/${name}-weights.json`, import.meta.url),
    `${JSON.stringify(data, null, 2)}\n`,
  )
  console.log(name, data.crossValidated)
}

function sumOf(values: readonly number[]): number {
  let sum = 0
  for (const value of values) sum += value
  return sum
}

function meanOf(rows: readonly Record<string, number>[]): Record<string, number> {
  return Object.fromEntries(
    Object.keys(rows[0] ?? {}).map((key) => [
      key,
      sumOf(rows.map((row) => row[key] as number)) / rows.length,
    ]),
  )
}

function shareAbove(values: readonly number[], limit: number): number {
  return values.filter((value) => value > limit).length / values.length
}

/** How often one of the first lies above one of the second. */
function auc(above: readonly number[], below: readonly number[]): number {
  return (
    sumOf(above.map((a) => sumOf(below.map((b) => (a > b ? 1 : a === b ? 0.5 : 0))))) /
    (above.length * below.length)
  )
}
