import type { MdastNode } from 'satteri'
import { isJsx, propsOf } from '../mdx/jsx.ts'
import type { Body } from '../mdx/parse-body.ts'
import { visit } from '../mdx/visit.ts'

/** A smaller question of a post, with the sentences that begin its answer. */
interface Asked {
  question: string
  answer: readonly string[]
}

/** What a post has to give away. */
export interface Material {
  /** Of its `<KeyPoints>`: whole sentences. */
  keyPoints: readonly string[]
  /** Its `<Question>`s, then its headings that ask. */
  asked: readonly Asked[]
  /** Sentences with a number and the address of its source. */
  figures: readonly { sentence: string; source: string }[]
  /** A picture that is described. */
  image?: { src: string; alt: string }
}

/** Reads what can be passed on from a body. Sentences that only make sense on the page are left out. */
export function materialOf({ tree }: Body): Material {
  const keyPoints: string[] = []
  const questions: Asked[] = []
  const headings: Asked[] = []
  const figures: Material['figures'][number][] = []
  const images: NonNullable<Material['image']>[] = []
  visit(tree, (node, parents) => {
    if (node.type === 'paragraph') {
      const isKeyPoint = parents.some((parent) => isJsx(parent) && parent.name === 'KeyPoints')
      const sentences = sentencesOf(node)
      if (isKeyPoint) keyPoints.push(sentences.map(({ text }) => text).join(' '))
      else
        for (const { text, links } of sentences) {
          const source = links.find((url) => /^https?:/.test(url))
          if (source && /\d/.test(text) && !isOfPage(text)) figures.push({ sentence: text, source })
        }
    }
    if (node.type === 'heading') {
      const question = wordsOf(node)
      const siblings = parents.at(-1)
      const rest = siblings && 'children' in siblings ? siblings.children : []
      if (question.endsWith('?'))
        headings.push({ question, answer: answerIn(rest.slice(rest.indexOf(node as never) + 1)) })
    }
    if (isJsx(node) && node.name === 'Question') {
      const { ask } = propsOf(node)
      if (typeof ask === 'string') questions.push({ question: ask, answer: answerIn(node.children) })
    }
    const image = imageIn(node)
    if (image) images.push(image)
  })
  return { keyPoints, asked: [...questions, ...headings], figures, ...(images[0] && { image: images[0] }) }
}

/** Sentences; a dot before a small letter, as in `e.g. this`, ends none. */
export function splitSentences(text: string): string[] {
  return text.split(/(?<=[.!?…。！？]["”’)]?)\s+(?=[^\p{Ll}\s])/u)
}

/** The sentences of the first paragraph, as far as they stand on their own. */
function answerIn(nodes: readonly MdastNode[]): string[] {
  const first = nodes[0]
  if (first?.type !== 'paragraph') return []
  const sentences = sentencesOf(first)
  const end = sentences.findIndex(
    ({ text, links }) => isOfPage(text) || links.some((url) => !/^https?:/.test(url)) || text.endsWith(':'),
  )
  return sentences.slice(0, end === -1 ? sentences.length : end).map(({ text }) => text)
}

/** Speaks of what else is on the page. */
function isOfPage(sentence: string): boolean {
  return /\b(?:above|below|pictures?|tables?|examples?|steps|section|this (?:post|page|list))\b/i.test(
    sentence,
  )
}

function imageIn(node: MdastNode): Material['image'] {
  if (node.type === 'image') return node.alt ? { src: node.url, alt: node.alt } : undefined
  if (!isJsx(node) || node.name !== 'Figure') return undefined
  const { src, alt } = propsOf(node)
  return typeof src === 'string' && typeof alt === 'string' && alt !== '' ? { src, alt } : undefined
}

/** Where links end while sentences are parted: number of the link between two private signs. */
const linkEnd = /\uE000(\d+)\uE001/g

function sentencesOf(node: MdastNode): { text: string; links: string[] }[] {
  const urls: string[] = []
  const marked = (each: MdastNode): string => {
    if (each.type === 'link') return `${inside(each, marked)}\uE000${urls.push(each.url) - 1}\uE001`
    return plain(each) ?? inside(each, marked)
  }
  return splitSentences(tidied(inside(node, marked))).map((sentence) => ({
    text: sentence.replace(linkEnd, ''),
    links: Array.from(sentence.matchAll(linkEnd), ([, index]) => urls[Number(index)] ?? ''),
  }))
}

function wordsOf(node: MdastNode): string {
  const words = (each: MdastNode): string => plain(each) ?? inside(each, words)
  return tidied(words(node))
}

function plain(node: MdastNode): string | undefined {
  if (node.type === 'text' || node.type === 'inlineCode') return node.value
  return node.type === 'break' ? ' ' : undefined
}

function inside(node: MdastNode, words: (node: MdastNode) => string): string {
  return 'children' in node ? node.children.map(words).join('') : ''
}

function tidied(words: string): string {
  return words.replace(/\s+/g, ' ').trim()
}
