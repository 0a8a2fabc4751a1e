import { markdownToHtml } from 'satteri'

/** A card of Markdown as HTML, so that a whole post has one syntax. */
export function markdownCard(markdown: string): string {
  return markdownToHtml(markdown).html
}
