import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import type { Plan } from '../../../src/calendar/plan.ts'
import type { Post } from '../../../src/calendar/post.ts'
import { cardFonts } from './card-fonts.ts'

/** To be raised with every change of how cards look, or of the bytes that show it. */
export const drawingVersion = 2

/** What a picture for social cards is drawn from. */
export interface Card {
  /** The title of a post, or what the site answers. */
  title: string
  siteName: string
  /** Host of the site, which any font can draw. */
  host: string
  /** What is marked: all of it, or the words that say what it is about. */
  marks: 'all' | 'key words'
}

/** The card of a post. Key words are told from others in English only. */
export function postCard({ title, lang }: Pick<Post, 'title' | 'lang'>, { name, url }: Plan['site']): Card {
  const marks = /^en\b/i.test(lang) ? 'key words' : 'all'
  return { title, siteName: name, host: new URL(url).host, marks }
}

/** The card of all pages that are no posts: the heading of the home page, marked as it is there. */
export function siteCard({ name, about, url }: Plan['site']): Card {
  return { title: about, siteName: name, host: new URL(url).host, marks: 'all' }
}

/**
 * The file of a card's picture, named by a hash of all that it is drawn from: known before it is drawn, and another one
 * as soon as anything changes, so that no cache shows an old picture.
 */
export function cardFile({ title, siteName, host, marks }: Card): string {
  const drawnFrom = JSON.stringify([
    drawingVersion,
    painterVersion(),
    cardFonts().version,
    title,
    siteName,
    host,
    marks,
  ])
  return `${createHash('sha256').update(drawnFrom).digest('hex').slice(0, 12)}.png`
}

/** Path of a post's picture below the site's address; undefined where the plan wants no pictures. */
export function postCardPath(post: Pick<Post, 'title' | 'lang'>, site: Plan['site']): string | undefined {
  return site.cards ? `/og/${cardFile(postCard(post, site))}` : undefined
}

/** The same for all pages that are no posts. */
export function siteCardPath(site: Plan['site']): string | undefined {
  return site.cards ? `/og/${cardFile(siteCard(site))}` : undefined
}

let painter: string | undefined

/** The version of the library that draws; it hides its package.json, so that is found beside its code. */
function painterVersion(): string {
  const code = () => createRequire(import.meta.url).resolve('takumi-js')
  painter ??= JSON.parse(readFileSync(join(dirname(code()), '../package.json'), 'utf8')).version as string
  return painter
}
