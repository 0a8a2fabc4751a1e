import { builtInNamed } from '../../mdx/components.ts'
import { isComponent } from '../../mdx/jsx.ts'
import { htmlToMarkdown } from '../html-to-markdown.ts'
import { codeBlock } from '../tag-words.ts'
import { htmlTags, isBalanced } from './html-tags.ts'
import { commentText } from './inline-html.ts'
import type { Said } from './said.ts'

/** What is kept of a block that only opens or closes: what posts have too. */
const kept =
  /<details\b[^>]*>|<\/details>|<summary\b[^>]*>[\s\S]*?<\/summary>|<(?:Callout|Figure)\b[^>]*>|<\/Callout>/gi

/**
 * A block of HTML as posts may have it.
 * @param again makes the Markdown that it becomes fit for posts
 * @param keepsDetails whether what opens in this block and closes in another is kept
 */
export function blockHtmlText(
  html: string,
  said: Said,
  keepsDetails: boolean,
  again: (markdown: string) => string,
): string {
  if (/^<!--(?:(?!-->)[\s\S])*(?:-->)?\s*$/.test(html)) return commentText(html.trim(), said)
  if (/^<[!?](?!--)/.test(html)) return ''
  const tags = htmlTags(html)
  const first = tags.find(({ name }) => name !== '!')
  if (first && isComponent(first.name)) {
    if (builtInNamed(first.name)) return html
    const isLonely = tags.length === 1
    const written = isLonely ? `\`${html.trim().replace(/\s+/g, ' ').replace(/`/g, "'")}\`` : undefined
    said.drop(
      `\`<${first.name}>\``,
      'it is nothing that posts can show: it stands in the text as it is written',
    )
    return written ?? codeBlock(html.trim(), 'jsx')
  }
  if (first && 'markdown' in first.attributes && first.from === 0) {
    const last = tags.findLast(({ isEnd, name }) => isEnd && name === first.name)
    said.change(`\`<${first.name} markdown>\`: left out, its text stays`)
    return again(html.slice(first.to, last?.from))
  }
  if (isBalanced(tags) && !/<details\b/i.test(html)) return again(convert(html, said))
  if (!keepsDetails || !/<\/?(details|summary|Callout|Figure)\b/i.test(html))
    return again(convert(html, said))
  const parts: string[] = []
  let at = 0
  for (const { index, 0: written } of html.matchAll(kept)) {
    parts.push(again(convert(html.slice(at, index), said)).trim(), plainKept(written))
    at = index + written.length
  }
  parts.push(again(convert(html.slice(at), said)).trim())
  return parts.filter((part) => part !== '').join('\n\n')
}

function convert(html: string, said: Said): string {
  const { text, dropped } = htmlToMarkdown(html)
  for (const { what, why } of dropped) said.drop(what, why)
  if (text.trim() !== '') said.change('HTML')
  return text.trim()
}

function plainKept(written: string): string {
  if (/^<details/i.test(written)) return '<details>'
  const summary = /^<summary[^>]*>([\s\S]*)<\/summary>$/i.exec(written)?.[1]
  return summary === undefined
    ? written
    : `<summary>${summary
        .replace(/<[^>]*>/g, '')
        .replace(/\s+/g, ' ')
        .trim()}</summary>`
}
