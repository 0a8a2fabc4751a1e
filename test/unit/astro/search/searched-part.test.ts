import { expect, it } from 'vitest'
import { searchedPart } from '../../../../plugins/astro/search/searched-part.ts'

const partOf = (html: string) => searchedPart(html)
const article = '<article class="post" data-pagefind-body data-aka="a > b">Öl &lt;/article&gt;</article>'
const foreign = '<article class="post" lang="de" data-pagefind-body>Öl</article>'

it.each([
  [
    'a post, without what stands around it',
    `<html><p>Über uns</p>${article}<footer>x</footer></html>`,
    article,
  ],
  ['a post in another language', `<body>${foreign}<p>x`, foreign],
  ['a post that holds an article', `<b>${article}<article>y</article></b>`, `${article}<article>y</article>`],
])('is of %s', (_, html, part) => {
  expect(partOf(html)).toBe(part)
})

it.each([
  ['another element is marked', '<main data-pagefind-body>All</main>'],
  [
    'the mark stands after what looks like one',
    '<p title="<article class=">x</p><main class=a data-pagefind-body>All</main>',
  ],
])('is the whole page where %s', (_, html) => {
  expect(partOf(html)).toBe(html)
})

it.each([
  ['nothing is marked', '<html><article class="post">All</article></html>'],
  ['only its words are about marks', '<p>Say &lt;main data-pagefind-body&gt; to mark it.</p>'],
  ['the mark stands in an attribute', '<meta content="<article class=post data-pagefind-body>"><p>x</p>'],
  ['the mark stands in a comment', '<!-- <main data-pagefind-body> --><p>x</p>'],
  ['the mark stands in a script', '<script>"<main data-pagefind-body>"</script><p>x</p>'],
])('is none where %s', (_, html) => {
  expect(partOf(html)).toBeUndefined()
})
