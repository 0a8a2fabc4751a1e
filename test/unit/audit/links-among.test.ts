import { describe, expect, it } from 'vitest'
import { linksAmong } from '../../../src/audit/links-among.ts'
import { audited } from '../../support/audited-post.ts'

const tea = audited('_posts/2019-03-04-why-tea.md', {
  slug: 'why-tea',
  addresses: ['/2019/03/why-tea/', '/old/tea.html'],
})
const bundle = audited('content/blog/green-tea/index.md', {
  slug: 'green-tea',
  addresses: ['/blog/green-tea/'],
})
const about = audited('about.md', { slug: 'about', addresses: ['/about/'] })
const from = '_posts/2020-01-01-cups.md'

function ledTo(link: string, home?: string, file = from): string[] {
  const post = audited(file, { links: [link], addresses: ['/2020/01/cups/'] })
  return [...linksAmong([post], [tea, bundle, about, post], home).keys()]
}

describe('a link leads to a post', () => {
  it.each([
    ['2019-03-04-why-tea.md'],
    ['./2019-03-04-why-tea.md#brewing'],
    ['../_posts/2019-03-04-why-tea.md'],
    ['2019-03-04-why-tea'],
    ['/2019/03/why-tea/'],
    ['/2019/03/why-tea'],
    ['/2019/03/Why-Tea/index.html?x=1'],
    ['/old/tea.html'],
    ['/old/tea'],
    ['../../03/../../2019/03/why-tea/'],
    ['/%32019/03/why-tea/'],
    ['/elsewhere/why-tea/'],
    ['/////////2019/03/why-tea/'],
    ['https://any.example/2019/03/why-tea/'],
  ])('by %s', (link) => {
    expect(ledTo(link)).toEqual([tea.file])
  })

  it.each([
    ['../content/blog/green-tea/'],
    ['content/blog/green-tea/index.md'],
    ['/blog/green-tea'],
    ['green-tea'],
  ])('in a folder of its own, by %s', (link) => {
    expect(ledTo(link)).toEqual([bundle.file])
  })

  it('on its own host, when that is known, and on no other', () => {
    const home = 'https://www.tea.example/blog'
    expect(ledTo('https://tea.example/about/', home)).toEqual([about.file])
    expect(ledTo('//tea.example/2019/03/why-tea/', home)).toEqual([tea.file])
    expect(ledTo('https://other.example/2019/03/why-tea/', home)).toEqual([])
  })
})

it.each([
  ['#brewing'],
  [''],
  ['mailto:why-tea@tea.example'],
  ['javascript:why-tea'],
  ['https://other.example/about/'],
  ['/2019/03/nothing/'],
  ['%E0%A4%A'],
  ['../../../../../etc/passwd'],
  ['cups.md'],
])('%j leads to none', (link) => {
  expect(ledTo(link)).toEqual([])
})

it('leads to no post from itself', () => {
  const self = audited('a.md', { links: ['a.md', '/a/'], addresses: ['/a/'] })
  expect(linksAmong([self], [self]).size).toBe(0)
})
