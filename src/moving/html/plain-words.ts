import { parseHtml, textOf } from './parse-html.ts'

/** The words of a piece of HTML in one line: a title, an excerpt. */
export function plainWords(html: string | undefined): string | undefined {
  const text = html && /[<&]/.test(html) ? textOf(parseHtml(html)) : html
  return text?.replace(/\s+/g, ' ').trim() || undefined
}
