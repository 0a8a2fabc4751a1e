import type { ElementContent } from 'hast'
import type { BoardData } from './board-data.ts'

/** One of the board's views: a folder of pages, and an entry in the board's navigation. */
export interface BoardView {
  /** Name of its folder. */
  id: string
  title: string
  /** What the view is good for, in a sentence. */
  intro: string
  /** What stands below title and intro, on `index.html`. Headings begin at h2. */
  render(data: BoardData): ElementContent[]
  /** Its pages besides the first. */
  more?(data: BoardData): readonly BoardPage[]
}

/** A page of a view besides its first. */
export interface BoardPage {
  /** Name of the file, without `.html`. */
  name: string
  title: string
  render(): ElementContent[]
}

/**
 * The address of a page of the board, from any other: all of them lie one folder deep.
 * @param view id of a view
 * @param name name of the page; the view's first by default
 * @param anchor id of an element
 */
export function boardHref(view: string, name = 'index', anchor?: string): string {
  return `../${view}/${name}.html${anchor === undefined ? '' : `#${anchor}`}`
}
