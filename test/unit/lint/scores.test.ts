import { describe, expect, it } from 'vitest'
import { makeLinter } from '../../../plugins/lint/linter.ts'
import { cueKinds, plainKinds } from '../../../plugins/lint/promotion/cue-kinds.ts'
import { hypeOf } from '../../../plugins/lint/scores/hype.ts'
import hypeWeights from '../../../plugins/lint/scores/hype-weights.json' with { type: 'json' }
import { promotionOf } from '../../../plugins/lint/scores/promotion.ts'
import promotionWeights from '../../../plugins/lint/scores/promotion-weights.json' with { type: 'json' }
import { hypeKinds, plainHypeKinds } from '../../../plugins/lint/scores/read-hype.ts'
import { scaled } from '../../../plugins/lint/scores/weigh.ts'
import { readFile } from '../../../plugins/lint/text/make-text.ts'

const linter = makeLinter()
const read = (source: string, lang = 'en') => ({
  ...readFile('text.md', source, linter.lexicon).text,
  lang,
})
const promotion = (source: string) => promotionOf(read(source), linter.site)
const hype = (source: string) => hypeOf(read(source)).score

const pitch = `We offer a full range of roofing services for homeowners and businesses. With over 20 years of experience, our
team of experts delivers quality workmanship at affordable prices. Contact us today for a free estimate!`
const help = `A roof leaks for one of three reasons. If water drips when it rains, a tile may be cracked; look from the attic,
because light comes in where water does. If it drips later, however, the gutter is often full.`

describe('the score of promotion', () => {
  it('is high where a text sells, low where it explains', () => {
    expect(promotion(pitch).score).toBeGreaterThan(0.9)
    expect(promotion(help).score).toBeLessThan(0.1)
  })

  it('says what counted, the weightiest first, with figures and words', () => {
    const reasons = promotion(pitch).reasons()
    expect(reasons.find(({ kind }) => kind === 'call')).toMatchObject({
      what: 'calls to buy, call or sign up',
      count: 3,
      examples: ['Contact us', 'today for', 'free estimate'],
    })
    const sizes = reasons.map(({ adds }) => Math.abs(adds))
    expect(sizes).toEqual(sizes.toSorted((a, b) => b - a))
  })

  it.each([
    ['nothing', ''],
    ['one word', 'Roofs'],
    ['code', '```js\ncontactUs(today)\n```'],
    ['what others say', `> ${pitch.replaceAll('\n', ' ')}`],
  ])('is low for %s', (_what, source) => {
    expect(promotion(source).score).toBeLessThan(0.5)
  })

  it('grows with every sentence of the kind', () => {
    const scores = ['', 'We offer roofs.', 'We offer roofs. Call us today.', pitch].map(
      (source) => promotion(source).score,
    )
    expect(scores).toEqual(scores.toSorted((a, b) => a - b))
  })

  it('says nothing of other languages', () => {
    expect(promotionOf(read(pitch, 'et'), linter.site).score).toBe(0)
    expect(hypeOf(read(pitch, 'et')).score).toBe(0)
  })

  it('is computed once a text', () => {
    const text = read(pitch)
    expect(promotionOf(text, linter.site)).toBe(promotionOf(text, linter.site))
    expect(hypeOf(text)).toBe(hypeOf(text))
  })
})

describe('the score of hype', () => {
  it.each([
    [
      'She is a legendary and widely acclaimed master of the violin.',
      'She played the violin in an orchestra from 1971 to 1980.',
    ],
    [
      'It remains one of the most beautiful and iconic bridges in the world.',
      'The bridge has 4 spans and carries two lanes.',
    ],
  ])('is higher for %j than for %j', (puffed, plain) => {
    expect(hype(puffed)).toBeGreaterThan(0.5)
    expect(hype(plain)).toBeLessThan(0.5)
  })

  it('says which words counted', () => {
    const reasons = hypeOf(read('She is a legendary master.')).reasons()
    expect(reasons.flatMap(({ examples }) => examples)).toEqual(
      expect.arrayContaining(['legendary', 'master']),
    )
  })
})

describe.each([
  ['promotion', promotionWeights, cueKinds, plainKinds],
  ['hype', hypeWeights, hypeKinds, plainHypeKinds],
])('the weights of %s', (_name, weights, kinds, plain) => {
  it('say when they were fitted, to how much, and how well they do elsewhere', () => {
    expect(weights.fitted).toMatch(/^\d{4}-\d\d-\d\d$/)
    expect(Object.values(weights.samples).every((size) => size > 20)).toBe(true)
    expect(Object.keys(weights.crossValidated).length).toBeGreaterThan(0)
  })

  it('weigh every kind, and none against what it is', () => {
    expect(Object.keys(weights.counts)).toEqual([...kinds])
    for (const [kind, { weight }] of Object.entries(weights.counts))
      expect(weight * ((plain as readonly string[]).includes(kind) ? -1 : 1)).toBeGreaterThanOrEqual(0)
  })
})

it('takes a text without words for a usual one', () => {
  expect(scaled(0, 0, 2)).toBe(scaled(2, 100, 2))
})
