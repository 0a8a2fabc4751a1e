import { hash } from 'node:crypto'

/** About so many posts make a shard: Pagefind takes a third of a second for them. */
const postsInShard = 150

/** How many shards the index of so many posts is made of: a power of two, so that a growing site seldom changes it. */
export function shardCount(posts: number): number {
  return 2 ** Math.max(0, Math.round(Math.log2(Math.max(1, posts) / postsInShard)))
}

/**
 * The shard of a page, from 0; it stays while their number does.
 * @param file path of the page below the site
 */
export function shardOf(file: string, count: number): number {
  return Number.parseInt(hash('sha256', file).slice(0, 8), 16) % count
}
