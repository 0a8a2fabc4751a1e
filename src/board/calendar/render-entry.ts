import type { Element, ElementContent } from 'hast'
import { h } from 'hastscript'
import { itemAnchor } from '../anchors.ts'
import type { BoardData } from '../board-data.ts'
import { findingsLink } from '../parts/findings-link.ts'
import { purposeMark, stateMark } from '../parts/mark.ts'
import { isShown } from '../queue/queue-days.ts'
import { boardHref } from '../view.ts'
import { goalWords } from '../words.ts'
import type { DayEntry } from './day-entries.ts'

/** An entry on its day: a card for a post, a line for what else goes out. */
export function renderEntry(entry: DayEntry, data: BoardData): Element {
  const { what, time, goal, purpose, isSoft, isFaulty, shape, item } = entry
  return h(
    'li.entry',
    {
      className: [what, goal, ...(isSoft ? ['soft'] : []), ...(isFaulty ? ['faulty'] : [])],
      ...marks(entry),
    },
    [
      h('span.entry-head', [
        stateMark(shape),
        ...(isSoft ? [h('span.soft-word', 'planned')] : []),
        ...(time ? [h('span.time', time)] : []),
        ...(what === 'snippet' ? [h('span.channel', item?.channel ?? '')] : []),
        ...(purpose ? [purposeMark(purpose)] : []),
      ]),
      ' ',
      titleLink(entry, data),
      ' ',
      h('span.sr', `(${wordsOf(entry)})`),
      ...(what !== 'snippet' ? linksOf(entry, data) : []),
    ],
  )
}

/** All that a shape, a color and a sign say. */
function wordsOf({ what, state, isSoft, goal, purpose, item }: DayEntry): string {
  return [
    what === 'snippet' && item ? item.kind : what,
    isSoft ? `${state}, not promised` : state,
    goalWords[goal],
    purpose ?? 'no purpose yet',
  ].join(', ')
}

/** The entry's own place: its page or words where they can be seen, else its file. */
export function titleLink({ title, post, item, file, what }: DayEntry, data: BoardData): Element {
  const href =
    what === 'snippet' && item && isShown(item, data)
      ? boardHref('queue', 'index', itemAnchor(item.id))
      : what === 'post' && post
        ? (data.hrefs.page(post) ?? data.hrefs.file(file))
        : data.hrefs.file(file)
  return h('a.title', { href }, title)
}

/** Where else an entry leads: to its file, and to what the lint says of it. */
export function linksOf({ what, post, file }: DayEntry, data: BoardData): ElementContent[] {
  const hasPage = what === 'post' && post && data.hrefs.page(post) !== undefined
  const links = [
    ...(hasPage ? [h('a', { href: data.hrefs.file(file) }, 'file')] : []),
    ...findingsLink(data, file),
  ]
  return links.length === 0 ? [] : [h('span.links', links)]
}

/** What tells an entry apart, for scripts: its name in commands, its file, and the field that says when. */
function marks({ what, day, time, file, field, post, item, isSoft, isMovable }: DayEntry) {
  return {
    dataKind: what,
    dataId: what === 'post' ? post?.slug : item?.id,
    dataFile: file,
    dataField: String(field.at(-1)),
    dataSlug: post?.slug,
    dataDay: day,
    dataTime: time,
    dataSoft: isSoft ? 'true' : undefined,
    dataMovable: isMovable ? 'true' : undefined,
  }
}
