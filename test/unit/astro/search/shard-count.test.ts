import fc from 'fast-check'
import { expect, it } from 'vitest'
import { shardCount, shardOf } from '../../../../plugins/astro/search/shard-count.ts'

it.each([
  [0, 1],
  [1, 1],
  [150, 1],
  [212, 1],
  [213, 2],
  [300, 2],
  [1_000, 8],
  [10_000, 64],
  [30_000, 256],
])('divides %d posts into %d', (posts, shards) => {
  expect(shardCount(posts)).toBe(shards)
})

it('keeps a page where it is, or moves it into one of the two halves of its shard', () => {
  const file = fc.string({ unit: 'grapheme' })
  const count = fc.integer({ min: 0, max: 8 }).map((power) => 2 ** power)
  fc.assert(
    fc.property(file, count, (path, shards) => {
      expect(shardOf(path, shards)).toBeLessThan(shards)
      expect(shardOf(path, 2 * shards) % shards).toBe(shardOf(path, shards))
    }),
  )
})

it('spreads pages', () => {
  const pages = Array.from({ length: 1_000 }, (_, at) => `how-to-${at}/index.html`)
  const sizes = [...Map.groupBy(pages, (page) => shardOf(page, 8)).values()].map((shard) => shard.length)
  expect(sizes).toHaveLength(8)
  expect(Math.min(...sizes)).toBeGreaterThan(90)
  expect(Math.max(...sizes)).toBeLessThan(160)
})
