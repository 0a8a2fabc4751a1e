import { z } from 'zod'
import { defineTextRule } from '../../rule.ts'
import type { Passage, PassageLink } from '../../text/text.ts'

/** Flags a text whose links mostly lead to pages that sell, or lead there first. */
export default defineTextRule({
  id: 'promo-links',
  summary: 'links that mostly lead to pages that sell',
  why: 'A reader follows links to learn more; links that all end at a price teach them not to.',
  level: { acquire: 'warning', retain: 'off' },
  options: z.strictObject({
    share: z.number().min(0).max(1).default(0.5).meta({ description: 'Share of links that may sell' }),
    minLinks: z.int().min(1).default(4).meta({ description: 'With fewer links only their order counts' }),
    pages: z
      .array(z.string())
      .default(
        'pricing prices plans signup sign-up register buy shop store cart checkout order product products features solutions services demo trial free-trial quote get-started book-a-demo contact-sales subscribe-now'.split(
          ' ',
        ),
      )
      .meta({ description: 'Folders and pages of an address that sell' }),
  }),
  check({ passages }, { options: { share, minLinks, pages }, report }) {
    const linking = passages.filter((passage) => passage.links.length > 0)
    const links = linking.flatMap((passage) =>
      passage.links
        .filter(({ url }) => /^(?:https?:|\/|\.)/.test(url))
        .map((link) => ({ ...link, passage, sells: isSelling(link, pages) })),
    )
    const selling = links.filter(({ sells }) => sells)
    const first = selling[0]
    if (!first) return
    const words = wordsOf(first)
    if (links.length >= minLinks && selling.length / links.length > share)
      report({
        at: first,
        key: 'share',
        message: `${selling.length} of ${links.length} links lead to pages that sell, the first at \`${words}\`; link to what answers the reader too.`,
        because: `${selling.length} of ${links.length} links have one of \`pages\` in their address; limit ${share}`,
      })
    else if (links.length > 1 && links[0] === first)
      report({
        at: first,
        key: 'first',
        level: 'suggestion',
        message: `The first link, \`${words}\`, leads to a page that sells; link first to what answers the reader.`,
        because: 'the first of several links has one of `pages` in its address',
      })
  },
})

function isSelling({ url }: PassageLink, pages: readonly string[]): boolean {
  const path = url.replace(/^https?:\/\/[^/]*/, '').replace(/[?#].*$/, '')
  return path.split('/').some((part) => pages.includes(part.toLowerCase().replace(/\.\w+$/, '')))
}

function wordsOf({ passage, start, end }: PassageLink & { passage: Passage }): string {
  return passage.text.slice(start, end)
}
