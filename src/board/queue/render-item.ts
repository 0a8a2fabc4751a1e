import type { Element, ElementContent } from 'hast'
import { h } from 'hastscript'
import type { Post } from '../../calendar/post.ts'
import { shortTime } from '../../snippets/agenda/day-words.ts'
import type { Network } from '../../snippets/network.ts'
import { networks } from '../../snippets/networks.ts'
import { type QueueItem, sentParts } from '../../snippets/queue-item.ts'
import { itemAnchor } from '../anchors.ts'
import type { BoardData } from '../board-data.ts'
import { itemStates } from '../item-states.ts'
import { prose } from '../parts/prose.ts'
import { countItem, type TextCount } from './count-item.ts'
import { textWithLinks } from './text-with-links.ts'

/** Something that goes out, about as its network would show it, and below that how it stands. */
export function renderItem(item: QueueItem, data: BoardData): Element {
  const { id, kind, at, allDay, channel, file, network } = item
  const { look, words } = itemStates[data.queue.states.get(item) ?? 'new']
  const isFaulty = look === 'fault'
  const when = !at ? 'No time yet' : allDay ? shortTime(at, data.zone).slice(0, -6) : shortTime(at, data.zone)
  return h(
    'li.item',
    {
      id: itemAnchor(id),
      className: isFaulty ? ['faulty'] : [],
      dataKind: kind === 'activity' ? 'activity' : 'snippet',
      dataId: id,
      dataFile: file,
      dataField: 'at',
    },
    [
      h('p.item-head', [h('strong', when), h('span.quiet', ` ${kind}`)]),
      network && kind !== 'activity'
        ? renderPreview(item, networks[network], data)
        : h('div.preview', [h('p.words', item.parts.join('\n'))]),
      h('p.item-state', [
        h('span', { className: isFaulty ? ['warn'] : [] }, words),
        ' ',
        h(
          'a',
          { href: data.hrefs.file(file, item.place?.line), ariaLabel: `file of ${channel} ${kind}, ${when}` },
          'file',
        ),
      ]),
      ...problemsOf(item, data),
    ],
  )
}

function renderPreview(item: QueueItem, network: Network, data: BoardData): Element {
  const { plan } = data.calendar
  const account = plan.channels[item.channel]?.account ?? plan.site.name
  const counts = countItem(item, plan)
  const post = data.calendar.posts.find(({ slug }) => slug === item.post)
  const texts = sentParts(item)
  return h('div.preview', [
    h('p.account', [
      h('span.avatar', { ariaHidden: 'true' }, [...plan.site.name.replace(/^the /i, '')].slice(0, 1)),
      h('span', [h('b', plan.site.name), h('span.quiet', ` ${account}`)]),
    ]),
    ...texts.map((words, index) =>
      h('div.text', [
        ...(texts.length > 1 ? [h('span.quiet', `${index + 1} of ${texts.length}`)] : []),
        h('p.words', textWithLinks(words, network.links.areClickable)),
        ...renderCount(counts[index]),
      ]),
    ),
    ...(item.image
      ? [
          h('figure', [
            h('img', { src: data.hrefs.image(item.image.path), alt: item.image.alt, loading: 'lazy' }),
            ...(network.images.hasAlt ? [h('figcaption', `ALT ${item.image.alt}`)] : []),
          ]),
        ]
      : item.url !== undefined && post && network.links.areClickable
        ? [linkCard(item.url, post)]
        : []),
    ...(item.firstComment === undefined
      ? []
      : [h('div.comment', [h('p.words', textWithLinks(item.firstComment, network.links.areClickable))])]),
  ])
}

function renderCount(count: TextCount | undefined): ElementContent[] {
  if (!count) return []
  const { count: used, limit, unit } = count
  const isOver = used > limit
  const words = `${used.toLocaleString('en')} of ${limit.toLocaleString('en')} ${unit}`
  return [
    h('p.count', { className: isOver ? ['warn'] : [] }, [
      h('span.fill', { ariaHidden: 'true' }, [
        h('span', { style: `width: ${Math.min(100, (100 * used) / limit).toFixed(1)}%` }),
      ]),
      isOver ? `${words}: ${(used - limit).toLocaleString('en')} too many` : words,
    ]),
  ]
}

/** The page as networks show it below a text: its host, its title, its description. */
function linkCard(url: string, { title, description }: Post): Element {
  return h('div.link-card', [
    h('span.card-picture', { ariaHidden: 'true' }, title),
    h('span.card-host', URL.parse(url)?.host ?? ''),
    h('span.card-title', title),
    ...(description === undefined ? [] : [h('span.card-description', description)]),
  ])
}

function problemsOf(item: QueueItem, { queue }: BoardData): ElementContent[] {
  const found = [
    ...item.problems.map((problem) => ({ ...problem, level: 'error' as const })),
    ...(queue.warnings.get(item.id) ?? []),
  ]
  if (found.length === 0) return []
  return [
    h(
      'ul.problems',
      found.map(({ level, what, mend }) =>
        h('li', [
          h('span', { className: level === 'error' ? ['warn'] : ['quiet'] }, level),
          ' ',
          ...prose(`${what}: ${mend}`),
        ]),
      ),
    ),
  ]
}
