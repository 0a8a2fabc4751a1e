import { z } from 'zod'
import { defineTextRule } from '../../rule.ts'
import type { Passage } from '../../text/text.ts'

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
    let count = 0
    let selling = 0
    let first: { passage: Passage; start: number; end: number; isFirst: boolean } | undefined
    for (const passage of passages)
      for (const { url, start, end } of passage.links) {
        if (!/^(?:https?:|\/|\.)/.test(url)) continue
        count++
        if (!isSelling(url, pages)) continue
        selling++
        first ??= { passage, start, end, isFirst: count === 1 }
      }
    if (!first) return
    const words = first.passage.text.slice(first.start, first.end)
    if (count >= minLinks && selling / count > share)
      report({
        at: first,
        key: 'share',
        message: `${selling} of ${count} links lead to pages that sell, the first at \`${words}\`; link to what answers the reader too.`,
        because: `${selling} of ${count} links have one of \`pages\` in their address; limit ${share}`,
      })
    else if (count > 1 && first.isFirst)
      report({
        at: first,
        key: 'first',
        level: 'suggestion',
        message: `The first link, \`${words}\`, leads to a page that sells; link first to what answers the reader.`,
        because: 'the first of several links has one of `pages` in its address',
      })
  },
})

/** What the addresses contain that pages which sell have. */
const patterns = new WeakMap<readonly string[], RegExp>()

function patternOf(pages: readonly string[]): RegExp {
  const known = patterns.get(pages)
  if (known) return known
  const pattern = new RegExp(`/(?:${pages.map((page) => RegExp.escape(page)).join('|') || '(?!)'})`, 'iu')
  patterns.set(pages, pattern)
  return pattern
}

function isSelling(url: string, pages: readonly string[]): boolean {
  // Most addresses need no closer look.
  if (!patternOf(pages).test(url)) return false
  const path = url.replace(/^https?:\/\/[^/]*/, '').replace(/[?#].*$/, '')
  return path.split('/').some((part) => pages.includes(part.toLowerCase().replace(/\.\w+$/, '')))
}
