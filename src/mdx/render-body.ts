import { toHtml } from 'hast-util-to-html'
import { markdownToHast, mdxToHast } from 'satteri'
import type { Place } from '../calendar/fault.ts'
import { collectLinks } from './collect-links.ts'
import type { Literal } from './literal.ts'
import { markTerms } from './mark-terms.ts'
import { type Body, features } from './parse-body.ts'
import { countWords, plainText } from './plain-text.ts'
import { type Content, type Heading, type Hole, shapeTree } from './shape-tree.ts'
import { canBeSmart } from './smart-punctuation.ts'
import type { TermFinder } from './term-finder.ts'

/** A piece of a body: HTML, which may open what a later piece closes; or a component and what stands inside it. */
export type Segment = string | { component: string; props: Record<string, Literal>; children: Segment[] }

export interface RenderedBody {
  segments: Segment[]
  /** In order, without the one above the footnotes. */
  headings: Heading[]
  /** Glossary words that are explained, as the glossary has them, in order: `Term` says which by its number, from 1. */
  terms: string[]
  /** Pictures that lie beside the post, as written, each once, in order. */
  images: string[]
  /** What a reader reads, code included, each block on a line of its own. */
  text: string
  words: number
}

export interface RenderOptions {
  /** What a link leads to, given as written; `plain` keeps its words and drops the link. */
  resolveLink(href: string, place: Place): { href: string } | { plain: true }
  /** Marks glossary words at their first use; without it `<Term>` is a component like any other. */
  terms?: TermFinder
}

/**
 * Renders a body that has no faults. The HTML is what Astro's own Markdown gives, except that pictures, tables and
 * code in a language are the components `Image`, `Table` and `Code`, cells are aligned by a class, and the keyboard can scroll blocks of code.
 */
export function renderBody(body: Body, { resolveLink, terms: finder }: RenderOptions): RenderedBody {
  const links = collectLinks(body)
  const source = body.text
  // Its own tree is looked at only where that may be empty: it may have to be parsed for it.
  const isRead = body.faults.length === 0 || body.tree.children.length > 0
  const tree = (body.isPlain ? markdownToHast : mdxToHast)(isRead ? source : '', {
    features: { ...features, smartPunctuation: canBeSmart(source, () => body.tree) },
  })
  const { content, holes, headings, terms } = shapeTree(
    tree,
    source,
    new Map(links.map((link) => [link.offset, link])),
    ({ url, file, line, column }) => {
      const target = resolveLink(url, { file, line, column })
      return 'href' in target ? target.href : undefined
    },
    finder && markTerms(tree, finder),
  )
  const text = plainText(tree)
  const images = links.filter(({ kind, url }) => kind === 'image' && isBeside(url)).map(({ url }) => url)
  return {
    segments: toSegments(content, holes),
    headings,
    terms,
    images: [...new Set(images)],
    text,
    words: countWords(text),
  }
}

/** Whether an address means a file by its path from the post. */
function isBeside(url: string): boolean {
  return !/^(?:[a-z][a-z0-9+.-]*:|[/\\#?])/i.test(url)
}

/** In HTML, text has no `<` and no attribute has `"`: only a hole can read `<"0">`. */
function toSegments(content: Content[], holes: readonly Hole[]): Segment[] {
  const html = toHtml(content, {
    allowDangerousHtml: true,
    characterReferences: { useNamedReferences: true },
  })
  return html.split(/<"(\d+)">/).flatMap((piece, index): Segment[] => {
    const hole = index % 2 === 1 ? holes[Number(piece)] : undefined
    if (hole) return [{ ...hole, children: toSegments(hole.children, holes) }]
    return piece === '' ? [] : [piece]
  })
}
