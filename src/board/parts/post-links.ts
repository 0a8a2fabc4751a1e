import type { Element } from 'hast'
import { h } from 'hastscript'
import type { Post } from '../../calendar/post.ts'
import type { BoardData } from '../board-data.ts'
import { findingsLink } from './findings-link.ts'

/** A post's title, which leads to its page where there is one to see, else to its file. */
export function postTitle(post: Post, { hrefs }: BoardData): Element {
  return h('a.title', { href: hrefs.page(post) ?? hrefs.file(post.file) }, post.title)
}

/** Where else a post leads: to its file, and to what the lint says of it. */
export function postLinks({ file }: Pick<Post, 'file'>, data: BoardData): Element {
  return h('span.links', [h('a', { href: data.hrefs.file(file) }, 'file'), ...findingsLink(data, file)])
}

/** Who sees to something, by name. */
export function ownerName(owner: string, { calendar }: Pick<BoardData, 'calendar'>): string {
  return calendar.authors[owner]?.name ?? owner
}
