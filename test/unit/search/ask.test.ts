import { describe, expect, it } from 'vitest'
import { ask } from '../../../src/components/search/ask.ts'
import type { Chosen, Found, Hit } from '../../../src/components/search/pagefind.ts'

const posts: Record<string, { words: string; topic: string }> = {
  often: { words: 'how often should a small business post each week', topic: 'rhythm' },
  calendar: { words: 'make a content calendar for a small team each week', topic: 'planning' },
  reply: { words: 'reply to negative comments in the oven', topic: 'answering' },
}

/** Searches as Pagefind does: all words, each as the beginning of others; a word that it does not know by its first letters. */
async function search(question: string, { filters = {} }: { filters?: Chosen } = {}): Promise<Found> {
  const all = Object.entries(posts).map(([id, { words, topic }]) => {
    const list = words.split(' ')
    const places = question
      .toLowerCase()
      .split(' ')
      .map((word) =>
        list.flatMap((each, at) => (each.startsWith(word) || word.slice(0, 3) === each ? at : [])),
      )
    return { id, topic, list, places }
  })
  const knows = (at: number) => all.some(({ places }) => (places[at]?.length ?? 0) > 0)
  const found = all.filter(
    ({ places }) => places.some((at) => at.length) && places.every((at, index) => at.length || !knows(index)),
  )
  const kept = found.filter(({ topic }) => !filters.topic || filters.topic === topic)
  const hit = (id: string, list: string[], places: number[][]): Hit => ({
    url: `/${id}/`,
    raw_content: list.join(' '),
    locations: places.flat(),
    meta: { title: id },
    anchors: [],
    sub_results: [],
  })
  return {
    results: kept.map(({ id, list, places }) => ({
      id,
      score: places.flat().length,
      data: async () => hit(id, list, places),
    })),
    filters: {
      topic: Object.fromEntries(
        all.map(({ topic }) => [topic, kept.filter((each) => each.topic === topic).length]),
      ),
    },
  }
}

let fetched = 0
const sources = {
  pagefind: { search, options: async () => {}, init: async () => {}, filters: async () => ({}) },
  knownWords: async () => {
    fetched++
    return ['often', 'business', 'calendar', 'comments', 'small', 'post', 'week']
  },
}
const titles = (hits: readonly Hit[]) => hits.map(({ meta }) => meta.title)

describe('ask', () => {
  it('finds posts that have all words, and needs no more than them', async () => {
    fetched = 0
    const { hits, count, meant, isLoose } = await ask(sources, 'small week', {}, 5)
    expect(titles(hits)).toEqual(['often', 'calendar'])
    expect({ count, meant, isLoose, fetched }).toEqual({
      count: 2,
      meant: undefined,
      isLoose: false,
      fetched: 0,
    })
  })

  it('loads no more posts than asked for', async () => {
    const { hits, count } = await ask(sources, 'small week', {}, 1)
    expect([hits.length, count]).toEqual([1, 2])
  })

  it.each([
    ['calender', 'calendar', ['calendar']],
    ['How offten to post', 'How often to post', ['often']],
    ['offten smal busines', 'often small business', ['often']],
  ])('reads %j as %j', async (question, meant, found) => {
    const answer = await ask(sources, question, {}, 5)
    expect(answer.meant).toBe(meant)
    expect(titles(answer.hits)).toEqual(found)
  })

  it('mends no word that stands in a post', async () => {
    const { hits, meant } = await ask(sources, 'oven', {}, 5)
    expect([titles(hits), meant]).toEqual([['reply'], undefined])
  })

  it('says which words no post has, and finds the rest', async () => {
    const { hits, missing, meant } = await ask(sources, 'content for tiktok', {}, 5)
    expect({ titles: titles(hits), missing, meant }).toEqual({
      titles: ['calendar'],
      missing: ['tiktok'],
      meant: undefined,
    })
  })

  it('finds nothing where no word is known', async () => {
    expect(await ask(sources, 'xylophone', {}, 5)).toMatchObject({ hits: [], count: 0 })
  })

  it('finds posts that have some of the words, where none has all', async () => {
    const { hits, isLoose } = await ask(sources, 'negative comments small', {}, 5)
    expect(isLoose).toBe(true)
    expect(titles(hits)[0]).toBe('reply')
    expect(titles(hits).toSorted()).toEqual(['calendar', 'often', 'reply'])
  })

  it('counts the values of a filter as if it were not set', async () => {
    const { count, counts } = await ask(sources, 'small', { topic: 'rhythm' }, 5)
    expect(count).toBe(1)
    expect(counts.topic).toEqual({ rhythm: 1, planning: 1, answering: 0 })
  })

  it('mends no word because a filter hides its posts', async () => {
    const { count, meant } = await ask(sources, 'oven', { topic: 'rhythm' }, 5)
    expect({ count, meant }).toEqual({ count: 0, meant: undefined })
  })
})
