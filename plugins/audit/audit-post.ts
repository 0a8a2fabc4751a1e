import type { AuditedPost, Heard, Spot } from '../../src/audit/audited-post.ts'
import { templateLinks, withoutTemplates } from '../../src/audit/template-code.ts'
import { isProblem } from '../../src/calendar/problem.ts'
import { readDay } from '../../src/calendar/time.ts'
import { collectLinks } from '../../src/mdx/collect-links.ts'
import { parseBody } from '../../src/mdx/parse-body.ts'
import { placeFinder } from '../../src/mdx/place-finder.ts'
import type { ForeignPost, ForeignTime } from '../../src/moving/foreign-post.ts'
import { datedWords } from '../lint/dates/dated-words.ts'
import { lintPlaces } from '../lint/lint-text.ts'
import type { Linter } from '../lint/linter.ts'
import type { PlacedReport } from '../lint/placed-report.ts'
import { languageOf } from '../lint/text/language-of.ts'
import { makeText } from '../lint/text/make-text.ts'
import { makePassage } from '../lint/text/read-passages.ts'
import type { Passage, Text } from '../lint/text/text.ts'

const longestTag = 2000

/**
 * Reads and lints a post of another program, as strangers read it: its title, then its text. Nothing of it is run. Lines are
 * those of its file; what is said of the title stands in the first.
 */
export function auditPost(post: ForeignPost, linter: Linter): AuditedPost {
  const { file, body, slug, addresses } = post
  const title = post.title?.replace(/\s+/g, ' ').trim()
  // Front matter gives its first line to the title, and keeps its others, so that lines stay.
  const head = body.line > 1 ? `${title ?? ''}${'\n'.repeat(body.line - 1)}` : ''
  const isPlain = body.syntax !== 'mdx'
  const source = head + (isPlain ? withoutTemplates(body.text) : body.text)
  const parsed = parseBody({ file, text: source, bodyStart: head.length, isPlain })
  const ofTitle = head !== '' && title ? [titlePassage(title, linter)] : []
  const read = makeText(file, source, parsed.tree, { goal: 'acquire', lang: 'en' }, linter.lexicon, ofTitle)
  const text: Text = { ...read, lang: post.lang ?? languageOf('', read.passages) }
  const { said, scores } = lintPlaces(text, linter)
  const find = placeFinder(file, source)
  // Of HTML, Markdown was made, whose lines are not those of the file.
  const placeOf: PlaceOf = body.syntax === 'html' ? () => ({ line: body.line, column: 1 }) : find
  const published = dayOf(post.published)
  const updated = dayOf(post.updated)
  const isEnglish = /^en\b/i.test(text.lang)
  const dated = isEnglish ? text.passages.flatMap((passage) => datedWords(passage)) : []
  return {
    file,
    ...titleIn(title, text),
    ...(slug !== undefined && { slug }),
    addresses,
    ...(published !== undefined && { published }),
    ...(updated !== undefined && { updated }),
    topics: [...new Set([...post.categories, ...post.tags])],
    lang: text.lang,
    line: body.line,
    words: text.wordCount,
    headings: text.passages.filter(({ kind }) => kind === 'heading').map(({ text: words }) => words),
    links: [
      ...new Set([
        ...collectLinks(parsed).flatMap(({ kind, url }) => (kind === 'link' ? [url] : [])),
        ...htmlLinks(body.text),
        ...(isPlain ? templateLinks(body.text) : []),
      ]),
    ],
    promotion: Number(scores.promotion.toFixed(2)),
    heard: heardIn(said, placeOf),
    dated: dated.map(({ start, words }) => ({ words: oneLine(words), ...spotOf(placeOf(start)) })),
  }
}

/** The title that a post says it has, or its main heading. */
function titleIn(said: string | undefined, { passages }: Text): Pick<AuditedPost, 'title'> {
  const heading = passages.find(({ kind, depth, isQuote }) => kind === 'heading' && depth === 1 && !isQuote)
  const title = said || oneLine(heading?.text ?? '')
  return title === '' ? {} : { title }
}

type PlaceOf = (offset: number) => Spot

function titlePassage(title: string, linter: Linter): Passage {
  const draft = { kind: 'title' as const, depth: 0, text: title, isQuote: false, inside: [], path: [] }
  return makePassage({ ...draft, offsetOf: (index) => index }, linter.lexicon)
}

/** Each rule and its words once, at their first place. */
function heardIn(said: readonly PlacedReport[], placeOf: PlaceOf): Heard[] {
  const heard = new Map<string, Heard>()
  const spoken = new Set<string>()
  for (const { rule, level, quote, start, report } of said) {
    const words = oneLine(quote)
    const key = `${rule} ${words.toLowerCase()}`
    const known = heard.get(key)
    if (known) known.times++
    else {
      const message = spoken.has(rule) ? {} : { message: report.message }
      heard.set(key, { rule, level, ...spotOf(placeOf(start)), quote: words, times: 1, ...message })
    }
    spoken.add(rule)
  }
  return [...heard.values()]
}

function spotOf({ line, column }: { line: number; column: number }): { line: number; column: number } {
  return { line, column }
}

function oneLine(words: string): string {
  return words.replace(/[\s\uFFFC]+/g, ' ').trim()
}

/** The addresses of `<a href>` in Markdown, which no tree has. */
function htmlLinks(text: string): string[] {
  const urls: string[] = []
  for (let at = text.indexOf('<a '); at >= 0; at = text.indexOf('<a ', at + 3)) {
    const end = text.indexOf('>', at)
    if (end < 0) break
    const [, url] = /\shref\s?=\s?["']([^"']*)/i.exec(text.slice(at, Math.min(end, at + longestTag))) ?? []
    if (url !== undefined) urls.push(url)
  }
  return urls
}

/** The day that a time names, in its own zone or in UTC; none where no calendar has it. */
function dayOf(time: ForeignTime | undefined): string | undefined {
  if (time === undefined) return undefined
  const day = readDay(('local' in time ? time.local : time.instant).slice(0, 10))
  return isProblem(day) ? undefined : day
}
