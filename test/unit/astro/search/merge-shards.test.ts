import { gunzipSync } from 'node:zlib'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { filesWith, makeEngine } from '../../../../plugins/astro/search/engine.ts'
import { indexPages, type SearchedPage } from '../../../../plugins/astro/search/index-pages.ts'
import { mergeShards } from '../../../../plugins/astro/search/merge-shards.ts'
import { readShard } from '../../../../plugins/astro/search/read-shard.ts'
import { Random } from '../../../bench/blog/random.ts'

type Files = Iterable<readonly [string, Uint8Array | Promise<Uint8Array>]>

/** Files by path, unpacked: two programs that pack alike need not write the same bytes. */
async function unpacked(files: Files): Promise<Record<string, string>> {
  const all: [string, string][] = []
  for (const [path, content] of files) {
    const bytes = await content
    all.push([path, Buffer.from(bytes[0] === 0x1f ? gunzipSync(bytes) : bytes).toString('latin1')])
  }
  return Object.fromEntries(all.sort())
}

/** Has Pagefind index pages at once, and has us put them together from shards of so many pages. */
async function bothWays(pages: readonly SearchedPage[], sizes: readonly number[], lang = 'en') {
  const whole = await indexPages(pages, lang)
  const shards = []
  let from = 0
  for (const size of [...sizes, pages.length]) {
    const some = pages.slice(from, from + size)
    if (some.length > 0) shards.push(readShard(await indexPages(some, lang)))
    from += size
  }
  const engine = await makeEngine(lang, (some) => indexPages(some, lang))
  const files = [...filesWith(engine, mergeShards(shards, engine.language))]
  return {
    pagefind: await unpacked(
      whole.flatMap(({ path, content }) => (/-ui\.|highlight/.test(path) ? [] : [[path, content] as const])),
    ),
    ours: await unpacked(files.map(([path, { bytes }]) => [path, bytes()])),
    shards,
  }
}

const page = (at: number, body: string, attributes = ''): SearchedPage => ({
  file: `post-${at}/index.html`,
  html: `<html><body><article data-pagefind-body ${attributes}>${body}</article></body></html>`,
})

const bodies = [
  '<h1>How often?</h1><p data-pagefind-weight="10">Twice a week.</p><h2 id="why">Why is that?</h2><p>People look twice.</p>',
  '<h1>Ein café</h1><p>Zürich, naïve straße, CAFE, café, Café.</p>',
  '<h1>週に何回すればいいですか</h1><p>毎週一回の投稿で十分です。</p>',
  '<h1>A picture</h1><img src="/a.png" alt="A week with two marked days"><p>It shows.</p>',
  "<h1>😀 odd</h1><p>\u{ffe6}word \u{1d400}bold e-mail don't A_B 10,000.5 C++</p>",
  '<h1>Read on</h1><p>Nothing else, and twice: twice.</p><h3 id="q">Twice</h3>',
]

const attributes = [
  '',
  'data-intent="How to" data-topic="Planning" data-pagefind-filter="intent[data-intent], topic[data-topic]"',
  'data-pagefind-filter="topic:Ärger" data-aka="asked otherwise" data-pagefind-meta="aka[data-aka]"',
  'lang="de" data-pagefind-filter="kind:odd" data-answer="Twice a week" data-pagefind-meta="lang[lang], answer[data-answer]"',
]

describe('shards put together', () => {
  it('are what Pagefind makes of all pages, byte for byte', async () => {
    const made = fc.tuple(fc.constantFrom(...bodies), fc.constantFrom(...attributes))
    const sizes = fc.array(fc.integer({ min: 1, max: 4 }), { maxLength: 4 })
    await fc.assert(
      fc.asyncProperty(fc.array(made, { minLength: 1, maxLength: 14 }), sizes, async (drawn, cuts) => {
        const pages = drawn.map(([body, more], at) => page(at, body, more))
        const { pagefind, ours } = await bothWays(pages, cuts)
        expect(ours).toEqual(pagefind)
      }),
      { numRuns: 15 },
    )
  }, 60_000)

  it('divide words into files as Pagefind does, and name pages apart whose hashes begin alike', async () => {
    const random = new Random(1)
    const words = Array.from({ length: 900 }, (_, at) => `w${(at * 7919).toString(36)}`)
    const pages = Array.from({ length: 60 }, (_, at) =>
      page(
        at,
        `<h1>Post ${at}</h1><p>${Array.from({ length: 700 }, () => random.pick(words)).join(' ')}</p>`,
      ),
    )
    const { pagefind, ours, shards } = await bothWays(pages, [20, 1])
    expect(shards).toHaveLength(3)
    expect(Object.keys(ours).filter((path) => path.startsWith('index/')).length).toBeGreaterThan(2)
    expect(ours).toEqual(pagefind)
  })

  it('are the same in a language that Pagefind has no stems for', async () => {
    const pages = bodies.map((body, at) => page(at, body))
    const { pagefind, ours } = await bothWays(pages, [2, 3], 'et')
    expect(Object.keys(ours)).toContain('wasm.unknown.pagefind')
    expect(ours).toEqual(pagefind)
  })
})

it('refuses more fields than it can tell apart, in a shard or in all', async () => {
  const marked = (at: number, from: number, to: number) =>
    page(
      at,
      Array.from(
        { length: to - from },
        (_, field) => `<p data-pagefind-meta="f${from + field}">Words</p>`,
      ).join(''),
    )
  const { pagefind, ours } = await bothWays([marked(0, 0, 12), marked(1, 12, 24)], [1])
  expect(ours).toEqual(pagefind)
  await expect(bothWays([marked(0, 0, 25)], [])).rejects.toThrow('name fewer')
  await expect(bothWays([marked(0, 0, 20), marked(1, 20, 25)], [1])).rejects.toThrow('name fewer')
})

it('gives two pages with hashes that begin alike names of their own', () => {
  const pages = ['aaaaaaab', 'aaaaaaac', 'aaaaaaacd'].map((hash, at) => ({
    hash,
    words: at,
    fragment: Uint8Array.of(at),
  }))
  const shard = {
    version: '1.6.0',
    fields: [],
    fieldsAt: new Uint32Array(),
    filters: [],
    words: [],
    places: Buffer.alloc(0),
  }
  const merged = mergeShards(
    pages.map((each) => ({ ...shard, pages: [each] })),
    'en',
  )
  const fragments = [...merged.files]
    .filter(([path]) => path.startsWith('fragment/'))
    .map(([path, { bytes }]) => [path, bytes()])
  expect(fragments).toEqual([
    ['fragment/en_aaaaaaa.pf_fragment', Uint8Array.of(0)],
    ['fragment/en_aaaaaaac.pf_fragment', Uint8Array.of(1)],
    ['fragment/en_aaaaaaacd.pf_fragment', Uint8Array.of(2)],
  ])
  expect(merged.pages).toBe(3)
})
