import { expect, it } from 'vitest'
import { searchWords } from '../../../src/reader/search-words.ts'

type Site = Parameters<typeof searchWords>[0]
const site = (posts: object[], more: Partial<Site> = {}) =>
  ({ posts: posts as unknown as Site['posts'], topics: {}, glossary: [], ...more }) satisfies Site
const post = (title: string, more: object = {}) => ({ title, query: title, aka: [], headings: [], ...more })

it('lists the words of questions, headings, topics and the glossary, the most used first, then by alphabet', () => {
  const words = searchWords(
    site(
      [
        post('Post weekly', { aka: ['posting plan'], headings: [{ text: 'Why weekly?' }] }),
        post('Write a post'),
      ],
      {
        topics: { rhythm: { title: 'Rhythm' } } as Site['topics'],
        glossary: [{ term: 'Évergreen' }] as unknown as Site['glossary'],
      },
    ),
  )
  expect(words).toEqual(['post', 'weekly', 'write', 'plan', 'posting', 'rhythm', 'why', 'évergreen'])
})

it('lists nothing for a site without posts', () => {
  expect(searchWords(site([]))).toEqual([])
})
