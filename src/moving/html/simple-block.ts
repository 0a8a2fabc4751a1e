import type { Element, ElementContent } from 'hast'
import type { BlockContent, PhrasingContent, Text } from 'mdast'
import { isElement, propertyOf, textOf } from './parse-html.ts'

/**
 * What most of a text is made of, as Markdown's tree: paragraphs, headings, code and flat lists of words, marks, links and
 * pictures. The library gives the very same, at five times the cost; undefined where an element is anything else.
 */
export function simpleBlock(element: Element): BlockContent | undefined {
  const { tagName } = element
  if (tagName === 'hr') return { type: 'thematicBreak' }
  if (tagName === 'pre') return codeOf(element)
  if (tagName === 'ul' || tagName === 'ol') return listOf(element)
  const children = tagName === 'p' || /^h[1-6]$/.test(tagName) ? sentencesOf(element.children) : undefined
  if (children === undefined) return undefined
  if (tagName === 'p') return { type: 'paragraph', children }
  return { type: 'heading', depth: Number(tagName[1]) as 1 | 2 | 3 | 4 | 5 | 6, children }
}

function codeOf({ children }: Element): BlockContent | undefined {
  const [code] = children
  if (children.length !== 1 || !isElement(code) || code.tagName !== 'code') return undefined
  const language = propertyOf(code, 'className')?.replace(/^language-/, '')
  return {
    type: 'code',
    lang: language ?? null,
    meta: null,
    value: textOf(code).replace(/(?<![\r\n])[\r\n]+$/, ''),
  }
}

function listOf({ tagName, properties, children }: Element): BlockContent | undefined {
  if (properties.start !== undefined || properties.reversed) return undefined
  const items: PhrasingContent[][] = []
  for (const child of children) {
    if (child.type === 'text' && child.value.trim() === '') continue
    const sentences = isElement(child) && child.tagName === 'li' ? sentencesOf(child.children) : undefined
    if (!sentences) return undefined
    items.push(sentences)
  }
  return {
    type: 'list',
    ordered: tagName === 'ol',
    start: tagName === 'ol' ? 1 : null,
    spread: false,
    children: items.map((sentences) => ({
      type: 'listItem',
      spread: false,
      checked: null,
      children: [{ type: 'paragraph', children: sentences }],
    })),
  }
}

/** Words in a line, whose outer spaces nobody sees. */
function sentencesOf(children: readonly ElementContent[]): PhrasingContent[] | undefined {
  const phrases = phrasesOf(children)
  if (!phrases) return undefined
  const [first, last] = [phrases[0], phrases.at(-1)]
  if (first?.type === 'text') first.value = first.value.replace(/^ /, '')
  if (last?.type === 'text') last.value = last.value.replace(/ $/, '')
  const isUsual = phrases.length > 0 && isWord(phrases[0]) && isWord(phrases.at(-1))
  return isUsual ? phrases : undefined
}

function isWord(node: PhrasingContent | undefined): boolean {
  return node !== undefined && node.type !== 'break' && (node.type !== 'text' || node.value !== '')
}

function phrasesOf(children: readonly ElementContent[]): PhrasingContent[] | undefined {
  const phrases: PhrasingContent[] = []
  for (const child of children) {
    const before = phrases.at(-1)
    const phrase =
      child.type === 'text' ? wordsOf(child.value) : isElement(child) ? phraseOf(child) : undefined
    if (!phrase) return undefined
    if (phrase.type === 'break' && before?.type === 'text') before.value = before.value.replace(/ $/, '')
    if (phrase.type === 'text' && before?.type === 'break') phrase.value = phrase.value.replace(/^ /, '')
    if (phrase.type === 'break' && before?.type === 'break') return undefined
    // Signs of two texts together may mean something.
    if (phrase.type === 'text' && before?.type === 'text') return undefined
    if (phrase.type === 'text' && phrase.value === '') return undefined
    phrases.push(phrase)
  }
  return phrases
}

function wordsOf(value: string): Text {
  return { type: 'text', value: value.replace(/[\t\n\f\r ]+/g, ' ') }
}

const marks: Readonly<Record<string, 'strong' | 'emphasis' | 'delete'>> = {
  strong: 'strong',
  em: 'emphasis',
  del: 'delete',
}

function phraseOf(element: Element): PhrasingContent | undefined {
  const { tagName, properties, children } = element
  if (tagName === 'br') return { type: 'break' }
  if (tagName === 'img')
    return {
      type: 'image',
      url: propertyOf(element, 'src') ?? '',
      title: propertyOf(element, 'title') || null,
      alt: propertyOf(element, 'alt') ?? '',
    }
  const mark = Object.hasOwn(marks, tagName) ? marks[tagName] : undefined
  if (!mark && (tagName !== 'a' || !properties.href)) return undefined
  const inner = phrasesOf(children)
  if (!inner?.every(isWord) || inner.length === 0) return undefined
  return mark
    ? { type: mark, children: inner }
    : { type: 'link', url: propertyOf(element, 'href') ?? '', title: null, children: inner }
}
