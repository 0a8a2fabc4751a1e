import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  applyBaseline,
  type Baseline,
  makeBaseline,
  pruneBaseline,
} from '../../../plugins/lint/baseline/baseline.ts'
import { staleFindings } from '../../../plugins/lint/baseline/baseline-stale.ts'
import { readBaseline, renderBaseline } from '../../../plugins/lint/baseline/baseline-text.ts'
import { lintText } from '../../../plugins/lint/lint-text.ts'
import { makeLinter } from '../../../plugins/lint/linter.ts'
import { defineTextRule } from '../../../plugins/lint/rule.ts'
import { rules } from '../../../plugins/lint/rules.ts'
import { readFile } from '../../../plugins/lint/text/make-text.ts'

/** Flags two words, wherever they stand. */
const rule = defineTextRule({
  id: 'test-words',
  summary: 'words of a test',
  why: 'So that there is something to find.',
  level: 'warning',
  phrases: [{ phrase: 'gleaming' }, { phrase: 'shiny' }],
  check(_text, { matches, report }) {
    for (const match of matches) report({ at: match, message: 'Found.', because: 'it is on the list' })
  },
})
const linter = makeLinter({ rules: [rule] })

function linted(...bodies: string[]) {
  return bodies.map((body, index) => {
    const path = `content/posts/${index}.mdx`
    const { text } = readFile(path, body, linter.lexicon)
    return { path, scores: { promotion: 0, hype: 0 }, findings: lintText(text, linter).findings }
  })
}

/** What is heard beside a baseline, as quotes; what is hidden; what is stale. */
function compared(baseline: Baseline, ...bodies: string[]) {
  const { files, hidden, stale } = applyBaseline(linted(...bodies), baseline)
  return {
    heard: files.flatMap(({ findings }) => findings.map(({ quote }) => quote)),
    hidden,
    stale: stale.map(({ quote, count }) => `${count} ${quote}`),
  }
}

const word = fc.constantFrom('a', 'shop', 'opens', 'gleaming', 'shiny', 'Gleaming', 'early')
const paragraph = fc.array(word, { minLength: 1, maxLength: 8 }).map((words) => `${words.join(' ')}.`)
const paragraphs = fc.array(paragraph, { minLength: 1, maxLength: 6 })

describe('a baseline', () => {
  it('hides what it knows, as often as it knows it', () => {
    const body = 'A shiny, shiny shop.'
    const baseline = makeBaseline(linted(body))
    expect(baseline).toMatchObject([
      { file: 'content/posts/0.mdx', rule: 'test-words', count: 2, quote: 'shiny' },
    ])
    expect(compared(baseline, body)).toEqual({ heard: [], hidden: 2, stale: [] })
    const once = baseline.map((known) => ({ ...known, count: 1 }))
    expect(compared(once, body)).toEqual({ heard: ['shiny'], hidden: 1, stale: [] })
    expect(compared(baseline, body, body)).toEqual({ heard: ['shiny', 'shiny'], hidden: 2, stale: [] })
  })

  it('keeps its findings while paragraphs move and others come', () => {
    fc.assert(
      fc.property(paragraphs, paragraphs, fc.nat(), (known, added, seed) => {
        const moved = known.toSorted((a, b) => ((a.length * 31 + seed) % 7) - ((b.length * 31 + seed) % 7))
        const baseline = makeBaseline(linted(known.join('\n\n')))
        expect(compared(baseline, moved.join('\n\n'))).toMatchObject({ heard: [], stale: [] })
        const plain = added.map((each) => each.replace(/gleaming|shiny/gi, 'plain'))
        const longer = [...plain, ...moved, ...plain].join('\r\n\r\n\r\n')
        expect(compared(baseline, longer)).toMatchObject({ heard: [], stale: [] })
      }),
    )
  })

  it('lets a finding go once its paragraph or a heading above it changes', () => {
    fc.assert(
      fc.property(paragraphs, fc.nat(), (known, at) => {
        const index = at % known.length
        const edited = known.with(index, `${known[index]} Today.`)
        const rest = known.filter((_, each) => each !== index)
        const baseline = makeBaseline(linted(known.join('\n\n')))
        const { heard, stale } = compared(baseline, edited.join('\n\n'))
        const mine = linted(known[index] as string).flatMap(({ findings }) =>
          findings.map(({ quote }) => quote),
        )
        expect(heard).toEqual(mine)
        expect(stale).toEqual(compared(baseline, rest.join('\n\n')).stale)
      }),
    )
    const baseline = makeBaseline(linted('## Prices\n\nA shiny shop.'))
    expect(compared(baseline, '## Costs\n\nA shiny shop.')).toEqual({
      heard: ['shiny'],
      hidden: 0,
      stale: ['1 shiny'],
    })
  })

  it('is the same after pruning twice, never grows, and then has nothing stale', () => {
    fc.assert(
      fc.property(paragraphs, paragraphs, (before, after) => {
        const baseline = makeBaseline(linted(before.join('\n\n')))
        const now = linted(after.join('\n\n'))
        const pruned = pruneBaseline(baseline, applyBaseline(now, baseline).stale)
        expect(applyBaseline(now, pruned)).toMatchObject({ stale: [] })
        expect(applyBaseline(now, pruned).files).toEqual(applyBaseline(now, baseline).files)
        expect(pruneBaseline(pruned, applyBaseline(now, pruned).stale)).toEqual(pruned)
        for (const { count, ...known } of pruned)
          expect(
            baseline.find((each) => each.fingerprint === known.fingerprint)?.count,
          ).toBeGreaterThanOrEqual(count)
        const written = makeBaseline(now)
        expect(pruneBaseline(written, applyBaseline(now, written).stale)).toEqual(written)
      }),
    )
  })

  it('never knows a fault', () => {
    const [file] = linted('A shiny shop.')
    const findings = ['content-fault', 'mdx-syntax', 'lint-baseline-stale', 'promo-hype'].map((id) => ({
      ...(file?.findings[0] as never as object),
      rule: id,
      level: 'error' as const,
    }))
    const files = [{ ...file, findings }] as unknown as ReturnType<typeof linted>
    expect(makeBaseline(files).map((known) => known.rule)).toEqual(['promo-hype'])
    const written = findings.map(({ rule }) => ({ ...(makeBaseline(files)[0] as Baseline[number]), rule }))
    expect(applyBaseline(files, written).files[0]?.findings.map((finding) => finding.rule)).toEqual([
      'content-fault',
      'mdx-syntax',
      'lint-baseline-stale',
    ])
  })
})

describe('its file', () => {
  it('is sorted, one finding a line, and read as it was written', () => {
    const text = renderBaseline(
      makeBaseline(linted('One shiny "gleaming" shop.', 'A shiny\nshop.\n\nA shiny one.')),
    )
    expect(text.replace(/[0-9a-f]{16}/g, '…')).toBe(`{
  "version": 1,
  "findings": [
    { "file": "content/posts/0.mdx", "rule": "test-words", "fingerprint": "…", "count": 1, "quote": "shiny" },
    { "file": "content/posts/1.mdx", "rule": "test-words", "fingerprint": "…", "count": 1, "quote": "shiny" },
    { "file": "content/posts/1.mdx", "rule": "test-words", "fingerprint": "…", "count": 1, "quote": "shiny" }
  ]
}
`)
    const read = readBaseline(text)
    expect('baseline' in read && renderBaseline(read.baseline)).toBe(text)
  })

  it('is the same whatever the order of files and findings', () => {
    fc.assert(
      fc.property(paragraphs, paragraphs, (a, b) => {
        const files = linted(a.join('\n\n'), b.join('\n\n'))
        const turned = files.map((file) => ({ ...file, findings: file.findings.toReversed() })).toReversed()
        expect(renderBaseline(makeBaseline(turned))).toBe(renderBaseline(makeBaseline(files)))
      }),
    )
  })

  it('is read after a merge by hand, with a comma too many and an entry twice', () => {
    const entry = '{ "file": "a.mdx", "rule": "promo-hype", "fingerprint": "ab", "count": 1, "quote": "x" },'
    const read = readBaseline(`{ "version": 1, "findings": [\n${entry}\n${entry}\n] }`)
    expect(read).toMatchObject({ baseline: [{ file: 'a.mdx', count: 2 }] })
  })

  it.each([
    ['{ "version": 1, "findings": [\n<<<<<<< HEAD\n] }', 2],
    ['{ "version": 2, "findings": [] }', 1],
    ['{ "version": 1,\n "findings": [\n{ "file": "a.mdx" } ] }', 3],
    ['', 1],
  ])('says where it cannot be read: %j', (text, line) => {
    const read = readBaseline(text)
    expect('faults' in read && read.faults[0]).toMatchObject({ file: 'content/lint-baseline.json', line })
  })

  it('has its stale entries shown at their lines', () => {
    const baseline = makeBaseline(linted('A shiny shop. A gleaming, gleaming one.', 'A shiny shop.'))
    const { stale } = applyBaseline(linted('Now plain.', 'A shiny shop.'), baseline)
    const source = renderBaseline(baseline)
    const found = staleFindings(stale, source, makeLinter({ rules }))
    expect(found.map(({ line, message }) => `${line} ${message}`).toSorted()).toEqual(
      [
        '4 `test-words` no longer says anything of `gleaming` in `content/posts/0.mdx` 2 times; run `npm run lint -- --prune-baseline`.',
        '5 `test-words` no longer says anything of `shiny` in `content/posts/0.mdx`; run `npm run lint -- --prune-baseline`.',
      ].toSorted(),
    )
    for (const { start, end, fingerprint } of found) expect(source.slice(start, end)).toBe(fingerprint)
  })
})
