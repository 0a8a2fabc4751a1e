import { DOMParser, type Element } from '@xmldom/xmldom'

/** An element of a feed: its name as written, its attributes, its text, and the elements in it. */
export interface FeedElement {
  name: string
  attributes: Record<string, string>
  text: string
  children: FeedElement[]
}

/** Parses XML strictly: what is not well-formed throws, undeclared namespaces and characters that XML lacks included. */
export function parseFeed(xml: string): FeedElement {
  const complaints: string[] = []
  const document = new DOMParser({ onError: (_, message) => complaints.push(message) }).parseFromString(
    xml,
    'text/xml',
  )
  const markup = xml.replace(/<!\[CDATA\[[\s\S]*?\]\]>/g, '')
  if (/&(?!(?:amp|lt|gt|quot|apos|#\d+|#x[\da-f]+);)/i.test(markup)) complaints.push('a bare ampersand')
  if (/[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/u.test(xml))
    complaints.push('a character that XML lacks')
  if (complaints.length > 0 || !document.documentElement) throw new Error(complaints.join('; '))
  return read(document.documentElement)
}

function read(element: Element): FeedElement {
  return {
    name: element.tagName,
    attributes: Object.fromEntries([...element.attributes].map(({ name, value }) => [name, value])),
    text: element.textContent ?? '',
    children: [...element.childNodes].flatMap((node) => (node.nodeType === 1 ? [read(node as Element)] : [])),
  }
}

/** The texts of an element's children, by name; of those that have several, the first. */
export function textsOf({ children }: FeedElement): Record<string, string> {
  return Object.fromEntries(children.toReversed().map(({ name, text }) => [name, text]))
}

/** The first child of a name. */
export function childOf({ children }: FeedElement, name: string): FeedElement | undefined {
  return children.find((child) => child.name === name)
}
