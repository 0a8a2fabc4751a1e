import fc from 'fast-check'
import { expect, it } from 'vitest'
import { isFromHere } from '../../../plugins/board/is-from-here.ts'
import { boardPages } from '../../../src/board/board-pages.ts'
import { prose } from '../../../src/board/parts/prose.ts'
import { textWithLinks } from '../../../src/board/queue/text-with-links.ts'
import { boardHref } from '../../../src/board/view.ts'
import { views } from '../../../src/board/views.ts'
import { post, readyPost } from '../calendar/corner-shop.ts'
import { boardDataOf } from './board-world.ts'

const files = {
  'content/posts/live.mdx': readyPost('How often?', '2026-11-03', 'snippets: { linkedin: Twice a week. }'),
  'content/posts/soon.mdx': readyPost('How soon?', '2026-12-08', 'snippets: { linkedin: Soon. }'),
  'content/posts/idea.mdx': post('title: What next?'),
  'content/activities/2026-12.yaml': '- { title: Listen, kind: listening, at: 2026-12-03 10:00 }\n',
}

it('has a view for each part of the board, each with a name of its own', () => {
  expect(views.map(({ id }) => id)).toEqual(
    'calendar mix cadence pipeline search findings queue ideas barometer'.split(' '),
  )
})

it('leads only to pages and elements that there are', () => {
  const pages = boardPages(boardDataOf(files))
  const html = new Map([...pages].map(([path, render]) => [path, render()]))
  const dead: string[] = []
  let links = 0
  for (const [path, text] of html)
    for (const [, href = ''] of text.matchAll(/href="([^"]*)"/g)) {
      if (!/^(\.\.\/[a-z]+\/[^/]*\.html)?(#|$)/.test(href)) continue
      links++
      const [target = '', anchor] = href.replace(/^\.\.\//, '').split('#')
      const page = html.get(target || path)
      if (page === undefined || (anchor && !page.includes(`id="${anchor}"`))) dead.push(`${path}: ${href}`)
    }
  expect(links).toBeGreaterThan(400)
  expect(dead).toEqual([])
})

it('names the way from one page to another', () => {
  expect(boardHref('findings', 'rules', 'rule-a')).toBe('../findings/rules.html#rule-a')
  expect(boardHref('mix')).toBe('../mix/index.html')
})

it('makes the same pages of the same content', () => {
  const made = () => [...boardPages(boardDataOf(files))].map(([path, render]) => path + render())
  expect(made()).toEqual(made())
})

it('keeps every word a word, whatever stands in it', () => {
  const sign = fc.constantFrom(
    '<',
    '>',
    '"',
    "'",
    '&',
    '</title>',
    '<script>',
    '-->',
    '`',
    '\\',
    'é',
    'a',
    ' ',
  )
  const tags = (html: string) =>
    html
      .replace(/ id="[^"]*"/g, '')
      .match(/<\/?[a-z][^\s>]*/g)
      ?.join(' ')
  const pagesOf = (title: string) => {
    const more = ['snippets:', `  linkedin: ${JSON.stringify(title)}`]
    const data = boardDataOf({
      'content/posts/a.mdx': readyPost(JSON.stringify(title), '2026-12-01', ...more),
    })
    const pages = boardPages(data)
    return ['calendar/index.html', 'calendar/list.html', 'pipeline/index.html', 'queue/index.html'].map(
      (path) => tags((pages.get(path) as () => string)()),
    )
  }
  const plain = pagesOf('x a x')
  fc.assert(
    fc.property(fc.array(sign, { maxLength: 8 }), (signs) => {
      // Without tags of its own, a page has the same tags whatever its words are.
      expect(pagesOf(`x ${signs.join('')} x`)).toEqual(plain)
    }),
    { numRuns: 40 },
  )
})

it.each<[string, string, unknown[]]>([
  ['words', 'plain', ['plain']],
  ['code', 'write `a`; then `b`', ['write ', 'code a', '; then ', 'code b']],
  ['a lone backtick', 'a ` b', ['a ` b']],
])('shows %s of a message', (_, message, shown) => {
  const words = prose(message).map((node) =>
    node.type === 'element' ? `${node.tagName} ${textOf(node)}` : node.type === 'text' ? node.value : node,
  )
  expect(words).toEqual(shown)
})

it.each<[string, boolean, string]>([
  [
    'See https://www.notes.example/a-very-long-address/of-a-page now',
    true,
    'See [notes.example/a-very-long-addr…] now',
  ],
  ['See https://notes.example/a', false, 'See https://notes.example/a'],
  ['Thanks @mari@social.example, for #books', true, 'Thanks [@mari@social.example], for [#books]'],
  ['C# and a@b.example stay', true, 'C# and a@b.example stay'],
])('shows %j as a network does where links work: %s', (words, areClickable, shown) => {
  const text = textWithLinks(words, areClickable)
    .map((node) => (node.type === 'element' ? `[${textOf(node)}]` : node.type === 'text' ? node.value : ''))
    .join('')
  expect(text).toBe(shown)
})

it.each<[string, string | undefined, string | undefined, boolean]>([
  ['itself', '127.0.0.1', 'localhost:4321', true],
  ['itself by six', '::1', '[::1]:4321', true],
  ['itself, both at once', '::ffff:127.0.0.1', '127.0.0.1:4321', true],
  ['a phone', '192.168.1.7', '192.168.1.2:4321', false],
  ['a phone that lies', '192.168.1.7', 'localhost:4321', false],
  ['a page elsewhere whose name leads here', '127.0.0.1', 'evil.example:4321', false],
  ['one that names no host', '127.0.0.1', undefined, false],
  ['a name that only begins like ours', '127.0.0.1', '127.0.0.1.evil.example', false],
])('is shown to %s: %s, %s → %s', (_, remoteAddress, host, isHere) => {
  const request = { socket: { remoteAddress }, headers: { host } } as unknown as Parameters<
    typeof isFromHere
  >[0]
  expect(isFromHere(request)).toBe(isHere)
})

function textOf(node: { children: unknown[] }): string {
  return (node.children as { value?: string }[]).map(({ value }) => value ?? '').join('')
}
