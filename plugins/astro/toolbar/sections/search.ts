import type { Element } from 'hast'
import { h } from 'hastscript'
import { type Device, type ShownText, searchPreview } from '../../../../src/board/search-preview.ts'
import { pageTitle } from '../../../../src/reader/page-title.ts'
import type { Panel } from '../panel.ts'
import { section } from '../section.ts'

/** The post as a result of a search, on a phone and on a desk, and the search that it answers. */
export function searchSection({ post, siteName, siteUrl }: Panel): Element {
  const page = {
    title: pageTitle(post.title, siteName),
    url: siteUrl + encodeURI(post.path),
    description: post.description,
  }
  const shown = { phone: searchPreview(page, 'phone'), desktop: searchPreview(page, 'desktop') }
  const cut = (['title', 'description'] as const).filter(
    (name) => shown.phone[name]?.isCut || shown.desktop[name]?.isCut,
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
      ...(['phone', 'desktop'] as const).map((device) => result(device, siteName, shown[device])),
    ],
  )
}

function result(
  device: Device,
  siteName: string,
  { title, address, description }: ReturnType<typeof searchPreview>,
): Element {
  return h('figure.result', { dataDevice: device }, [
    h('figcaption', [
      device === 'phone' ? 'Phone' : 'Desktop',
      ': ',
      widths('title', title),
      ...(description ? [', ', widths('description', description)] : []),
    ]),
    h('p.site', [h('span', siteName), h('span.quiet', address)]),
    h('p.title', title.text),
    h('p.shown', description?.text ?? 'Words from the page, as the search engine likes.'),
  ])
}

function widths(name: string, { width, most, isCut }: ShownText): Element {
  return h('span', { className: isCut ? ['warn'] : [] }, `${name} ${width} of ${most} px`)
}
