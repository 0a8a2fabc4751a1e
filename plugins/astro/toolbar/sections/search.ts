import type { Element } from 'hast'
import { h } from 'hastscript'
import type { Fitted } from '../../../../src/board/search/fit-lines.ts'
import { type ShownResult, spaces } from '../../../../src/board/search/result-preview.ts'
import type { Panel } from '../panel.ts'
import { section } from '../section.ts'

const devices = ['phone', 'desktop'] as const
type Device = (typeof devices)[number]

/** The post as a result of a search, on a phone and on a desktop, and the search that it answers. */
export function searchSection({ post, siteName, result }: Panel): Element {
  const cut = (['title', 'description'] as const).filter((name) =>
    devices.some((device) => result[device][name].isCut),
  )
  return section(
    {
      id: 'search',
      title: 'Search result',
      main: cut.length > 0 ? `${cut.join(' and ')} cut off` : 'fits',
      tone: cut.includes('title') ? 'warn' : undefined,
    },
    [
      h('p', ['For the search ', h('strong', post.query)]),
      ...devices.map((device) => shown(device, siteName, result.address, result[device])),
    ],
  )
}

function shown(
  device: Device,
  siteName: string,
  address: string,
  { title, description }: ShownResult,
): Element {
  return h('figure.result', [
    h('figcaption', [
      device === 'phone' ? 'Phone: ' : 'Desktop: ',
      widths(device, 'title', title),
      ', ',
      widths(device, 'description', description),
    ]),
    h('p.site', [h('span', siteName), h('span.quiet', address)]),
    h('p.title', title.text),
    h('p.shown', description.text || 'Words from the page, as the search engine likes.'),
  ])
}

function widths(device: Device, name: keyof ShownResult, { width, isCut }: Fitted): Element {
  const { width: line, lines } = spaces[device][name]
  return h('span', { className: isCut ? ['warn'] : [] }, `${name} ${width} of ${line * lines} px`)
}
