import { protect } from './protect.ts'

const blocks =
  'address|article|aside|blockquote|center|col|colgroup|dd|details|dialog|div|dl|dt|fieldset|figcaption|figure|footer|form|h[1-6]|header|hr|iframe|legend|li|main|menu|nav|noscript|object|ol|p|section|select|summary|table|tbody|td|tfoot|th|thead|tr|ul|video|audio'
const opening = new RegExp(`(<(?:${blocks})(?=[\\s/>])[^>]*>)`, 'gi')
const closing = new RegExp(`(</(?:${blocks})\\s*>)`, 'gi')
const startsAsBlock = new RegExp(`^</?(?:${blocks})(?=[\\s/>])`, 'i')
const endsAsBlock = new RegExp(`(?:</?(?:${blocks})(?:\\s[^<>]*)?>|<br\\s*/?>)$`, 'i')

/**
 * Gives a text of the classic editor its paragraphs, as WordPress does when it shows one (`wpautop` in
 * wp-includes/formatting.php): an empty line parts paragraphs, another end of a line breaks it, save around blocks. Tags may
 * then stand within each other as only browsers forgive.
 */
export function autop(html: string): string {
  const { text, restore } = protect(html, { tags: false })
  const parts = text
    .replace(/\r\n?/g, '\n')
    .replace(/<br\s*\/?>\s*<br\s*\/?>/gi, '\n\n')
    .replace(/\ue000\d+\ue001/g, '\n\n$&\n\n')
    .replace(opening, '\n\n$1')
    .replace(closing, '$1\n\n')
    .split(/\n[^\S\n]*\n/)
  const paragraphs = parts.flatMap((part) => {
    const trimmed = part.trim()
    if (trimmed === '') return []
    const isWhole = startsAsBlock.test(trimmed) || /^\ue000\d+\ue001$/.test(trimmed)
    return [isWhole ? breakLines(trimmed) : `<p>${breakLines(trimmed)}</p>`]
  })
  return restore(paragraphs.join('\n'))
}

function breakLines(part: string): string {
  const lines = part.split('\n').map((line) => line.trim())
  return lines
    .map((line, index) => (index === lines.length - 1 || endsAsBlock.test(line) ? line : `${line}<br>`))
    .join('\n')
}
