import { autop } from './autop.ts'
import { type BlockContext, hasBlocks, unblock } from './blocks.ts'
import { expandShortcodes, type ShortcodeContext } from './shortcodes.ts'

/** What the texts of an export refer to. */
export type BodyContext = BlockContext & ShortcodeContext

/**
 * The HTML that WordPress would show for a text as its editors keep it: with blocks, or as lines. Shortcodes are replaced where
 * they are known; footnotes go to its end.
 * @param footnotes the note that WordPress keeps beside a post, JSON
 */
export function postHtml(text: string, context: BodyContext, footnotes?: string): string {
  const html = hasBlocks(text)
    ? expandShortcodes(unblock(text, context), context)
    : autop(expandShortcodes(text, context))
  return html + notesIn(footnotes)
}

function notesIn(footnotes: string | undefined): string {
  if (!footnotes) return ''
  try {
    const notes: unknown = JSON.parse(footnotes)
    if (!Array.isArray(notes)) return ''
    const items = notes.flatMap((note: { id?: unknown; content?: unknown } | null) =>
      typeof note?.id === 'string' && /^[\w-]+$/.test(note.id) && typeof note.content === 'string'
        ? [`<li id="${note.id}">${note.content}</li>`]
        : [],
    )
    return items.length > 0 ? `\n<ol class="x-footnotes">${items.join('')}</ol>` : ''
  } catch {
    return ''
  }
}
