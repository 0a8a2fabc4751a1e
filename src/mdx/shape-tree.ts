import GithubSlugger from 'github-slugger'
import type { HastNode } from 'satteri'
import { addressProblem } from './address-problem.ts'
import { attributeOffsets } from './attribute-offsets.ts'
import type { Link } from './collect-links.ts'
import { builtInNamed } from './components.ts'
import { type HtmlElement, htmlElements } from './html-elements.ts'
import { isComponent, isJsx, type Jsx, propsOf } from './jsx.ts'
import type { Literal } from './literal.ts'
import type { TermMarks } from './mark-terms.ts'
import { isFootnoteMark, plainText } from './plain-text.ts'

type Element = Extract<HastNode, { type: 'element' }>

/** What stands in a shaped tree: HTML, and `raw` nodes such as `<"0">` for the first of the holes. */
export type Content = Element['children'][number]

/** Where a component stands. */
export interface Hole {
  component: string
  props: Record<string, Literal>
  children: Content[]
}

export interface Heading {
  depth: number
  /** Its id on the page. */
  slug: string
  text: string
}

/**
 * Turns a body's hast into what its page shows.
 * @param source what the offsets in the tree mean
 * @param links the body's, by offset
 * @param resolve what a link leads to; undefined keeps its words and drops the link
 * @param marks where glossary words are explained; without them `<Term>` is a component like any other
 */
export function shapeTree(
  tree: HastNode,
  source: string,
  links: ReadonlyMap<number, Link>,
  resolve: (link: Link) => string | undefined,
  marks?: TermMarks,
): { content: Content[]; holes: Hole[]; headings: Heading[]; terms: string[] } {
  const slugger = new GithubSlugger()
  const headings: Heading[] = []
  const holes: Hole[] = []
  const terms: string[] = []

  const inside = (node: HastNode): Content[] => ('children' in node ? node.children.flatMap(shape) : [])

  const shape = (node: HastNode): Content[] => {
    if (node.type === 'text') return shapeText(node)
    if (isJsx(node)) return shapeJsx(node)
    if (node.type !== 'element') return []
    const { type, tagName, properties } = node
    const link = links.get(node.position?.start.offset ?? -1)
    return shapeElement(
      { type, tagName, properties: { ...properties, ...headingId(node) }, children: inside(node) },
      link,
    )
  }

  const shapeText = (node: Extract<HastNode, { type: 'text' }>): Content[] => {
    const words = (from?: number, to?: number) => ({ ...node, value: node.value.slice(from, to) })
    let last = 0
    const content = (marks?.inText.get(node) ?? []).flatMap(({ term, start, end }) => {
      const before = words(last, start)
      last = end
      return [before, ...explained(term, [words(start, end)])]
    })
    return [...content, words(last)]
  }

  /** Words that lead to their meaning, by its number in the list at the end of the page. */
  const explained = (term: string, children: Content[]): Content[] =>
    hole('Term', { number: terms.push(term) }, children)

  const shapeJsx = (node: Extract<HastNode, Jsx>): Content[] => {
    const { name } = node
    if (name === 'Term' && marks) {
      const term = marks.byHand.get(node)
      return term === undefined ? inside(node) : explained(term, inside(node))
    }
    if (name !== null && isComponent(name)) return hole(name, componentProps(node), inside(node))
    const html = htmlElements.get(name ?? '')
    if (name === null || html === undefined) return inside(node)
    const children = html.holdsWords ? withoutParagraphs(inside(node)) : inside(node)
    const href = node.attributes.findIndex((attribute) => 'name' in attribute && attribute.name === 'href')
    const link = links.get(attributeOffsets(node, source)[href] ?? -1)
    return shapeElement(
      { type: 'element', tagName: name, properties: htmlProperties(node, html), children },
      link,
    )
  }

  const shapeElement = (element: Element, link: Link | undefined): Content[] => {
    const { tagName, properties, children } = element
    if (tagName === 'img') return hole('Image', imageProps(properties, link), [])
    if (tagName === 'table') return hole('Table', {}, [element])
    if (tagName === 'pre') return shapeCode(element)
    if (properties.style !== undefined) return [{ ...element, properties: withAlignment(properties) }]
    if (tagName !== 'a' || properties.href === undefined || isFootnoteMark(properties)) return [element]
    // Typographic quotes and dashes can make a link of an address that is none as written.
    const href = link && !addressProblem(link.url, 'link') ? resolve(link) : undefined
    if (href === undefined) return children
    return href === link?.url ? [element] : [{ ...element, properties: { ...properties, href } }]
  }

  /** The keyboard must reach what scrolls. */
  const shapeCode = (element: Element): Content[] => {
    const block: Element = { ...element, properties: { ...element.properties, tabIndex: 0 } }
    const language = languageOf(element.children[0])
    return language === undefined ? [block] : hole('Code', { language, code: textOf(block) }, [block])
  }

  const hole = (component: string, props: Hole['props'], children: Content[]): Content[] => {
    holes.push({ component, props, children })
    return [{ type: 'raw', value: `<"${holes.length - 1}">` }]
  }

  /** The one above the footnotes has an id already, and is no part of the text. */
  const headingId = (node: Element): { id?: string } => {
    if (!/^h[1-6]$/.test(node.tagName) || node.properties.id !== undefined) return {}
    const text = plainText(node).replaceAll('\n', ' ')
    const id = slugger.slug(text) || slugger.slug('section')
    headings.push({ depth: Number(node.tagName[1]), slug: id, text })
    return { id }
  }

  return { content: inside(tree), holes, headings, terms }
}

/** The word after the backticks. */
function languageOf(code: Content | undefined): string | undefined {
  const names = code?.type === 'element' ? code.properties.className : undefined
  const name = Array.isArray(names) ? names.find((each) => String(each).startsWith('language-')) : undefined
  return name === undefined ? undefined : String(name).slice('language-'.length)
}

function textOf(node: Content): string {
  if (node.type === 'element') return node.children.map(textOf).join('')
  return node.type === 'text' ? node.value : ''
}

function componentProps(node: Jsx): Hole['props'] {
  const props = propsOf(node)
  const read = builtInNamed(node.name)?.props.safeParse(props)
  return read?.success ? (read.data as Hole['props']) : props
}

function htmlProperties(node: Jsx, { attributes }: HtmlElement): Element['properties'] {
  const properties: Element['properties'] = {}
  for (const [name, value] of Object.entries(propsOf(node))) {
    if (attributes.has(name) && typeof value !== 'object') properties[name] = value === '' ? true : value
  }
  return properties
}

function withoutParagraphs(children: Content[]): Content[] {
  return children.flatMap((child, index): Content[] => {
    if (child.type !== 'element' || child.tagName !== 'p') return [child]
    return index === 0 ? child.children : [{ type: 'text', value: '\n' }, ...child.children]
  })
}

function imageProps({ src, alt, title }: Element['properties'], link: Link | undefined): Hole['props'] {
  const props = { src: link?.url ?? String(src), alt: String(alt ?? '') }
  return title === undefined ? props : { ...props, title: String(title) }
}

/** The page's policy forbids styles in attributes. */
function withAlignment({ style, ...properties }: Element['properties']): Element['properties'] {
  const side = /left|center|right/.exec(String(style))?.[0]
  return side ? { ...properties, className: [`align-${side}`] } : properties
}
