import { RichText } from '@atproto/api'
import fc from 'fast-check'
import twitterText from 'twitter-text'
import { describe, expect, it } from 'vitest'
import { networks as names } from '../../../src/calendar/vocabulary.ts'
import type { Network } from '../../../src/snippets/network.ts'
import { networks } from '../../../src/snippets/networks.ts'

type Counts = [x: number, bluesky: number, bytes: number, mastodon: number, linkedin: number, threads: number]

const count = (network: Network, words: string, ceiling = 0) =>
  network.ceilings[ceiling]?.count(words) ?? Number.NaN

/** Hard words, and what each network makes of them. */
const table: [what: string, words: string, counts: Counts][] = [
  ['plain words', 'Two posts a week', [16, 16, 16, 16, 16, 16]],
  ['a line break and a carriage return', 'Two\r\nposts', [10, 9, 10, 9, 10, 10]],
  ['a family joined of four', '👨‍👩‍👧‍👦', [2, 1, 25, 1, 11, 25]],
  ['a profession of a skin tone', '👩🏽‍🚒', [2, 1, 15, 1, 7, 15]],
  ['a flag of two letters', '🇪🇪🇯🇵', [4, 2, 16, 2, 8, 16]],
  ['a flag of tags', '🏴󠁧󠁢󠁥󠁮󠁧󠁿', [2, 1, 28, 1, 14, 28]],
  ['a key', '1️⃣', [2, 1, 7, 1, 3, 7]],
  ['a heart, as text and as emoji', '❤❤️', [4, 2, 9, 2, 3, 9]],
  ['a letter with its mark apart', 'cafe\u0301', [4, 4, 5, 4, 4, 4]],
  ['marks that no letter holds', 'e\u0323\u0302\u0308', [3, 1, 5, 1, 2, 2]],
  ['Chinese', '你好，世界', [10, 5, 15, 5, 5, 5]],
  ['a rare Chinese character', '𠮷野家', [6, 3, 10, 3, 4, 4]],
  ['Japanese, its mark apart', 'か\u3099き', [4, 2, 6, 2, 2, 2]],
  ['Korean, letter by letter', '\u1112\u1161\u11ab', [2, 1, 3, 1, 1, 1]],
  ['Arabic with vowels', 'مَرْحَبًا', [9, 5, 18, 5, 9, 9]],
  ['Persian with a zero-width non-joiner', 'می\u200cخواهم', [8, 7, 17, 7, 8, 8]],
  ['Hindi', 'नमस्ते', [6, 3, 18, 3, 6, 6]],
  ['a zero-width joiner between letters', 'a\u200db', [3, 2, 5, 2, 3, 3]],
  ['an address with its scheme', 'See https://example.com/posting/how-often', [27, 41, 41, 27, 41, 41]],
  ['an address without its scheme', 'See example.com/posting/how-often', [27, 33, 33, 33, 33, 33]],
  ['a short address', 'See https://t.co/a', [27, 18, 18, 27, 18, 18]],
  ["an address of a domain that is no one's", 'See https://notes.example/posting', [33, 33, 33, 33, 33, 33]],
  [
    'a long address with parameters',
    'https://example.com/posting/how-often-should-a-small-shop-post/?utm_source=mastodon&utm_medium=social&utm_campaign=how-often',
    [23, 124, 124, 23, 124, 124],
  ],
  ['an address and a full stop', 'See https://example.com.', [28, 24, 24, 28, 24, 24]],
  ['an address in brackets', 'Twice (see https://example.com/a_(b)) a week', [42, 44, 44, 42, 44, 44]],
  ['an address of a domain in Arabic', 'https://مثال.com/', [23, 17, 21, 23, 17, 17]],
  ['e-mail', 'Write to hello@example.com', [26, 26, 26, 26, 26, 26]],
  ['a mention of another server', 'Thanks @mari@social.example.com!', [32, 32, 32, 13, 32, 32]],
  ['a mention', 'Thanks @mari!', [13, 13, 13, 13, 13, 13]],
  ['a hashtag', '#posting #発信', [14, 12, 16, 12, 12, 12]],
  ['nothing', '', [0, 0, 0, 0, 0, 0]],
]

const anyWords = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 60 }),
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.string({ unit: 'binary-ascii', maxLength: 60 }),
  fc
    .array(fc.oneof(fc.constantFrom(...table.map(([, words]) => words)), fc.webUrl(), fc.emailAddress()), {
      maxLength: 5,
    })
    .map((some) => some.join(' ')),
)
const ofText = names.flatMap((name) =>
  networks[name].ceilings.map((ceiling) => [`${name}, ${ceiling.of}, ${ceiling.unit}`, ceiling] as const),
)

it.each(table)('counts %s', (_what, words, [x, bluesky, bytes, mastodon, linkedin, threads]) => {
  expect({
    x: count(networks.x, words),
    bluesky: count(networks.bluesky, words),
    bytes: count(networks.bluesky, words, 1),
    mastodon: count(networks.mastodon, words),
    linkedin: count(networks.linkedin, words),
    threads: count(networks.threads, words),
  }).toEqual({ x, bluesky, bytes, mastodon, linkedin, threads })
})

describe("counts as the networks' own libraries do", () => {
  const expectEqual = (words: string) => {
    expect(count(networks.x, words)).toBe(twitterText.parseTweet(words).weightedLength)
    const text = new RichText({ text: words.normalize('NFC') })
    expect([count(networks.bluesky, words), count(networks.bluesky, words, 1)]).toEqual([
      text.graphemeLength,
      text.length,
    ])
  }

  it.each(table)('%s', (_what, words) => expectEqual(words))

  it('anything', () => {
    fc.assert(fc.property(anyWords, expectEqual), { numRuns: 2000 })
  })
})

describe('counts on Mastodon as its own tests say', () => {
  it.each([
    [`${'a'.repeat(476)} http://${'b'.repeat(30)}.com/example`, 500],
    [`${'a'.repeat(475)} @alice@${'b'.repeat(30)}.com`, 482],
    ['@alice@example.com, @bob@example.com', 12],
    ['https://example.com/@alice@example.com', 23],
    ['a@alice@example.com', 19],
  ])('%s', (words, expected) => {
    expect(count(networks.mastodon, words)).toBe(expected)
  })
})

describe.each(ofText)('%s', (_name, ceiling) => {
  it('counts accents the same, however they are encoded', () => {
    fc.assert(
      fc.property(anyWords, (words) => {
        expect(ceiling.count(words.normalize('NFD'))).toBe(ceiling.count(words.normalize('NFC')))
      }),
    )
  })

  it('counts no less when plain words follow', () => {
    fc.assert(
      fc.property(anyWords, fc.stringMatching(/^[a-z]{1,20}$/), (words, more) => {
        expect(ceiling.count(`${words} ${more}`)).toBeGreaterThan(ceiling.count(words))
      }),
    )
  })

  it('is done with long and strange words in no time', () => {
    for (const some of ['a.', '日本.', 'https://', '👨\u200d', 'e\u0301', '@a@b.', '#', '(https://a.com/(']) {
      const start = performance.now()
      expect(ceiling.count(some.repeat(50_000))).toBeGreaterThan(0)
      expect(performance.now() - start).toBeLessThan(1000)
    }
  })
})

it('knows what each network is called and whether anything is posted there', () => {
  expect(names.map((name) => [networks[name].name, networks[name].isPosted])).toEqual([
    ['X', true],
    ['Bluesky', true],
    ['Mastodon', true],
    ['LinkedIn', true],
    ['Facebook', true],
    ['Instagram', true],
    ['Threads', true],
    ['Google Business Profile', true],
    ['Pinterest', true],
    ['Newsletter', false],
    ['E-mail', false],
    ['Phone', false],
    ['In person', false],
  ])
  for (const name of names) expect(networks[name].ceilings.length > 0).toBe(networks[name].isPosted)
})
