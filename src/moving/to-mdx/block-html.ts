import { builtInNamed } from '../../mdx/components.ts'
import { isComponent } from '../../mdx/jsx.ts'
import { htmlToMarkdown } from '../html-to-markdown.ts'
import { htmlTags, isBalanced } from './html-tags.ts'
import { commentText } from './inline-html.ts'
import type { Said } from './said.ts'

/** What is kept of a block that only opens or closes: what posts have too. */
const kept = /<details\b[^>]*>|<\/details>|<summary\b[^>]*>[\s\S]*?<\/summary>|<(?:Callout|Figure)\b[^>]*>|<\/Callout>/gi

/**
 * A block of HTML as Markdown, which still has to be made fit for posts.
 * @param isWhole false where what opens here is closed in another block, or the other way round
 */
export function blockHtmlText(html: string, said: Said, keepsDetails: boolean): { text: string; isReady: boolean } {
  if (/^<!--(?:(?!-->)[\s\S])*(?:-->)?\s*$|^<[!?]/.test(html) && !/-->[\s\S]*\S/.test(html))
    return { text: html.startsWith('<!--') ? commentText(html.trim(), said) : '', isReady: true }
  const tags = htmlTags(html)
  const first = tags.find(({ name }) => name !== '!')
  if (first && isComponent(first.name)) {
    if (builtInNamed(first.name)) return { text: html, isReady: true }
    const isLonely = tags.length === 1
    const written = isLonely ? `\`${html.trim().replace(/\s+/g, ' ').replace(/`/g, "'")}\`` : undefined
    said.drop(`\`<${first.name}>\``, 'it is nothing that posts can show: it stands in the text as it is written')
    return { text: written ?? `\`\`\`\`jsx\n${html.trim()}\n\`\`\`\``, isReady: true }
  }
  if (first && 'markdown' in first.attributes && first.from === 0) {
    const last = tags.findLast(({ isEnd, name }) => isEnd && name === first.name)
    said.change(`\`<${first.name} markdown>\`: left out, its text stays`)
    return { text: html.slice(first.to, last?.from), isReady: false }
  }
  if (isBalanced(tags) && !/<details\b/i.test(html)) return convert(html, said)
  if (!keepsDetails || !/<\/?(details|summary|Callout|Figure)\b/i.test(html)) return convert(html, said)
  const parts: string[] = []
  let at = 0
  for (const { index, 0: written } of html.matchAll(kept)) {
    parts.push(convert(html.slice(at, index), said).text, plainKept(written))
    at = index + written.length
  }
  parts.push(convert(html.slice(at), said).text)
  return { text: parts.filter((part) => part.trim() !== '').join('\n\n'), isReady: false }
}

function convert(html: string, said: Said): { text: string; isReady: boolean } {
  const { text, dropped } = htmlToMarkdown(html)
  for (const { what, why } of dropped) said.drop(what, why)
  if (text.trim() !== '') said.change('HTML')
  return { text: text.trim(), isReady: false }
}

function plainKept(written: string): string {
  if (/^<details/i.test(written)) return '<details>'
  const summary = /^<summary[^>]*>([\s\S]*)<\/summary>$/i.exec(written)?.[1]
  return summary === undefined ? written : `<summary>${summary.replace(/<[^>]*>/g, '').replace(/\s+/g, ' ').trim()}</summary>`
}
