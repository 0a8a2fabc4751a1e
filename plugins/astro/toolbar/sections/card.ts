import type { Element } from 'hast'
import { h } from 'hastscript'
import { cardSize } from '../../../../src/reader/card-size.ts'
import type { Panel } from '../panel.ts'
import { section } from '../section.ts'

/** The post as a link to it is shown on networks. @param base path of the site below its host, without a trailing slash */
export function cardSection(panel: Panel, base: string): Element {
  const { card } = panel
  return section(
    {
      id: 'card',
      title: 'Social card',
      main: card === undefined ? 'without a picture' : 'as the build draws it',
    },
    [linkCard(panel, base)],
  )
}

function linkCard({ card, post, siteUrl }: Panel, base: string): Element {
  return h('div.card', [
    ...(card === undefined
      ? []
      : [
          h('img', {
            src: base + card,
            ...cardSize,
            alt: `Card with the title “${post.title}”`,
            loading: 'lazy',
          }),
        ]),
    h('p', [
      h('span.quiet', new URL(siteUrl).host),
      h('strong', post.title),
      ...(post.description ? [h('span.description', post.description)] : []),
    ]),
  ])
}
