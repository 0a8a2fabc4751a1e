import type { Dropped } from './foreign-post.ts'
import { DropList } from './html/drop-list.ts'
import { markdownTree } from './html/markdown-tree.ts'
import { parseHtml } from './html/parse-html.ts'
import { tidy } from './html/tidy.ts'
import { writeMarkdown } from './html/write-markdown.ts'

/** A text as Markdown, and what of it has no place there. */
export interface Marked {
  /** CommonMark with tables, footnotes and struck words as GitHub writes them; no HTML. Empty where nothing is left. */
  text: string
  dropped: Dropped[]
}

/**
 * Turns the HTML of a post into Markdown. Nothing is fetched or run. A picture with words below it becomes an image with a
 * title, alone in its paragraph; what another site would show in a frame becomes a link to it.
 */
export function htmlToMarkdown(html: string): Marked {
  const dropped = new DropList()
  const tree = tidy(parseHtml(html), dropped)
  const markdown = writeMarkdown(markdownTree(tree))
  return { text: markdown, dropped: dropped.list() }
}
