import { describe, expect, it } from 'vitest'
import type { PublishedPost, PublishedSite } from '../../../src/reader/published.ts'
import { pageGraph, renderGraph } from '../../../src/reader/structured-data/page-graph.ts'

const site: PublishedSite = {
  name: 'Corner Shop Notes',
  about: 'Two shopkeepers on running a small shop',
  url: 'https://notes.example/blog',
  lang: 'en',
  zone: 'Europe/Tallinn',
  topics: { cadence: { title: 'How often to post' } },
  series: {},
  authors: { mari: { name: 'Mari Maasikas', kind: 'person', url: 'https://mari.example/' } },
  glossary: [],
  answers: [],
  isPreview: false,
  hasPosts: true,
  hasNews: false,
  card: '/og/site.png',
}
const post: PublishedPost = {
  ...{ slug: 'how-often', path: '/how-often/', state: 'live', title: 'How often?', query: 'how often' },
  ...{
    intent: 'know',
    goal: 'acquire',
    author: 'mari',
    lang: 'et',
    topics: ['cadence'],
    aka: [],
    related: [],
  },
  ...{ headings: [], terms: [], words: 7, content: [], card: '/og/post.png' },
  publish: { local: '2026-12-08T09:00', zone: 'Europe/Tallinn', instant: '2026-12-08T07:00:00Z' },
}
const image = 'https://notes.example/blog/og/post.png'
const graphOf = (shown: PublishedPost) =>
  pageGraph({ path: shown.path, heading: shown.title, image, post: shown }, site)
const nodeOf = (shown: PublishedPost, id: string) =>
  graphOf(shown)['@graph'].find((node) => typeof node === 'object' && '@id' in node && node['@id'] === id)

const posting = 'https://notes.example/blog/how-often/#post'

describe('the graph of a post', () => {
  it('is signed by a person who has a page here and one elsewhere', () => {
    expect(nodeOf(post, 'https://notes.example/blog/authors/mari/#author')).toEqual({
      '@type': 'Person',
      '@id': 'https://notes.example/blog/authors/mari/#author',
      name: 'Mari Maasikas',
      url: 'https://notes.example/blog/authors/mari/',
      sameAs: 'https://mari.example/',
    })
  })

  it('is signed by the site where nobody else is', () => {
    expect(nodeOf({ ...post, author: 'nobody' }, posting)).toMatchObject({
      author: { '@id': 'https://notes.example/blog/#publisher' },
    })
  })

  it('shows no picture where it has none', () => {
    const graph = pageGraph({ path: post.path, heading: post.title, post }, site)
    expect(JSON.stringify(graphOf(post))).toMatch(/"(?:image|primaryImageOfPage|ImageObject)"/)
    expect(JSON.stringify(graph)).not.toMatch(/"(?:image|primaryImageOfPage|ImageObject)"/)
  })

  it('says nothing that is not known', () => {
    const { publish: _, ...draft } = post
    expect(Object.keys(nodeOf({ ...draft, topics: [] }, posting) ?? {})).toEqual(
      '@type @id headline author publisher mainEntityOfPage isPartOf image wordCount inLanguage'.split(' '),
    )
  })

  it.each([
    ['a day', '2027-01-05', '2027-01-05T00:00:00+02:00'],
    ['a day in summer', '2027-07-05', '2027-07-05T00:00:00+03:00'],
    ['the day on which it went live', '2026-12-08', '2026-12-08T09:00:00+02:00'],
  ])('dates a change by %s, never before the post', (_, on, expected) => {
    expect(nodeOf({ ...post, updated: { on, note: 'x' } }, posting)).toMatchObject({
      datePublished: '2026-12-08T09:00:00+02:00',
      dateModified: expected,
    })
  })

  it('cannot end the script that holds it', () => {
    const title = 'Does </script><script>alert(1)</script> or <!-- end it?'
    const written = renderGraph(graphOf({ ...post, title }))
    expect(written).not.toContain('<')
    expect(JSON.parse(written)).toEqual(graphOf({ ...post, title }))
  })
})
