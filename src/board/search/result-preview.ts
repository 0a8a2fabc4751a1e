import type { Post } from '../../calendar/post.ts'
import type { BoardData } from '../board-data.ts'
import { type Fitted, fitLines, type Space } from './fit-lines.ts'

/** A search result as one kind of screen shows it. */
export interface ShownResult {
  title: Fitted
  description: Fitted
}

/** A search result of a post. */
export interface ResultPreview {
  /** `notes.example › how-often` */
  address: string
  desktop: ShownResult
  phone: ShownResult
}

/**
 * Search engines publish no widths; these are what people measure. Titles: one line of 600 pixels in Arial of 20, as
 * the lint has it; on a phone two lines of a screen 360 wide, less 16 on either side. Descriptions, in Arial of 14: 920
 * pixels in all on a desktop, which are the 150 to 160 characters that most measurements come to, and 680 on a phone,
 * for about 115.
 */
export const spaces = {
  desktop: {
    title: { size: 20, width: 600, lines: 1 },
    description: { size: 14, width: 920, lines: 1 },
  },
  phone: {
    title: { size: 20, width: 328, lines: 2 },
    description: { size: 14, width: 680, lines: 1 },
  },
} as const satisfies Record<string, Record<keyof ShownResult, Space>>

/** What a search result would show of a post. The title is the page's own, with the name of the site where that has room. */
export function resultPreview(post: Post, data: Pick<BoardData, 'calendar' | 'pageTitleOf'>): ResultPreview {
  const { host, pathname } = new URL(data.calendar.plan.site.url)
  const path = `${pathname}${post.path}`.split('/').filter(Boolean)
  const shown = ({ title, description }: (typeof spaces)[keyof typeof spaces]): ShownResult => ({
    title: fitLines(data.pageTitleOf(post), title),
    description: fitLines(post.description ?? '', description),
  })
  return {
    address: [host, ...path].join(' › '),
    desktop: shown(spaces.desktop),
    phone: shown(spaces.phone),
  }
}
