import { expect, it } from 'vitest'
import { leadsTo } from '../../../plugins/board/leads-to.ts'
import { post, readyPost } from '../calendar/corner-shop.ts'
import { boardDataOf } from './board-world.ts'

const from = (body: string, ...lines: string[]) => {
  const { calendar, bodyOf } = boardDataOf({
    'content/posts/from.mdx': `${readyPost('From', '2026-11-03', ...lines)}\n${body}\n`,
    'content/posts/live.mdx': readyPost('Live', '2026-11-10', 'formerSlugs: [old]'),
    'content/posts/ahead.mdx': readyPost('Ahead', '2026-12-01'),
    'content/posts/gone.mdx': post('title: Gone', 'status: retired', 'redirectTo: live'),
  })
  const own = calendar.posts.find(({ slug }) => slug === 'from')
  return own && leadsTo(calendar, bodyOf)(own).map(({ slug }) => slug)
}

it.each<[string, string[]]>([
  ['[by its file](./live.mdx)', ['live']],
  ['[by its path](/live/#place)', ['live']],
  ['[in full](https://notes.example/old)', ['live']],
  ['[one that is not live yet](./ahead.mdx)', ['ahead']],
  ['[what took its place](./gone.mdx)', ['live']],
  ['[by name][name]\n\n[name]: ./live.mdx', ['live']],
  ['[elsewhere](https://live.example/live/), [a page](/about/), [here](#live), ![](./live.mdx)', []],
])('%s', (body, expected) => {
  expect(from(body)).toEqual(expected)
})

it('counts related posts', () => {
  expect(from('', 'related: [ahead]')).toEqual(['ahead'])
})
