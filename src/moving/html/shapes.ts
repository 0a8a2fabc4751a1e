import type { Element, ElementContent } from 'hast'
import { shapeCode } from './code.ts'
import type { DropList } from './drop-list.ts'
import { shapeFigure } from './figures.ts'
import { footnoteMark } from './footnotes.ts'
import { isAddress, isPicture, linkTo, safeAddress } from './links.ts'
import { hasClass, isElement, make, propertyOf, textOf } from './parse-html.ts'
import { isEmpty, spaceOut } from './space-out.ts'

/** What becomes of an element whose children are tidy. */
type Shape = (element: Element, dropped: DropList) => readonly ElementContent[]

/** Marks by the element that stands for them. */
function marked(tagName: string): Shape {
  return ({ children }) => spaceOut(make(tagName, without(children, tagName)))
}

/** Children without marks of a kind, whose words stay: what is marked cannot be marked again. */
function without(children: readonly ElementContent[], tagName: string): ElementContent[] {
  return children.flatMap((child) => {
    if (!isElement(child)) return [child]
    const inner = without(child.children, tagName)
    return child.tagName === tagName ? inner : [{ ...child, children: inner }]
  })
}

const unwrap: Shape = ({ children }) => children

const paragraph: Shape = (element) => {
  if (isEmpty(element.children)) return []
  const text = textOf(element).trim()
  const isBare = element.children.every((child) => child.type === 'text')
  return [isBare && isAddress(text) ? make('p', [linkTo(text)]) : element]
}

const heading: Shape = (element) => {
  if (isEmpty(element.children)) return []
  const children = element.children.flatMap((child) => {
    if (!isElement(child)) return [child]
    if (child.tagName === 'br') return [{ type: 'text' as const, value: ' ' }]
    return child.tagName === 'strong' || child.tagName === 'b' ? child.children : [child]
  })
  return [make(element.tagName, children)]
}

const link: Shape = (element, dropped) => {
  const written = propertyOf(element, 'href')
  const address = written && safeAddress(written)
  if (written && address === undefined)
    dropped.add(`a link to ${written}`, 'its words stay, since it leads to no page')
  if (!address) return element.children
  const [only] = element.children.filter((child) => child.type !== 'text' || child.value.trim() !== '')
  const isOne = element.children.filter((child) => child.type === 'element').length === 1
  // A picture that leads to its own larger file.
  if (isOne && isElement(only) && only.tagName === 'img' && isPicture(address)) return element.children
  return spaceOut({ ...element, properties: { href: address } })
}

/** Where scripts that load pictures late put their address. */
const lateSources = ['dataSrc', 'dataLazySrc', 'dataOriginal', 'src']

const image: Shape = (element, dropped) => {
  const sources = lateSources.flatMap((name) => propertyOf(element, name)?.trim() || [])
  const src = sources.map(safeAddress).find(Boolean)
  const alt = propertyOf(element, 'alt') ?? ''
  if (src) return [make('img', [], { src, alt })]
  dropped.add(`a picture${alt ? `, “${alt}”` : ''}`, 'it has no address of its own')
  return []
}

const raised = new Map([...'0123456789+-=()ni'].map((sign, index) => [sign, [...'⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ⁿⁱ'][index]]))
const lowered = new Map([...'0123456789+-=()'].map((sign, index) => [sign, [...'₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎'][index]]))

/** Raised and lowered numbers are characters of their own; other words go on in the line. */
function script(signs: ReadonlyMap<string, string | undefined>, name: string): Shape {
  return (element, dropped) => {
    const note = element.properties.dataFn
    if (name === 'raised' && note) return [make(footnoteMark, [], { id: String(note) })]
    const text = textOf(element)
    const isPlain = element.children.every((child) => child.type === 'text')
    const written = [...text].map((sign) => signs.get(sign))
    if (isPlain && text !== '' && written.every((sign) => sign !== undefined))
      return [{ type: 'text', value: written.join('') }]
    if (isPlain && text.trim() !== '' && !/^(st|nd|rd|th|er|e|ème|o|a|tm|®|™)$/i.test(text.trim()))
      dropped.add(`${name}: ${text}`, 'it stands in the line now')
    return element.children
  }
}

const table: Shape = (element, dropped) => {
  let isMerged = false
  let isNested = false
  const look = (node: Element) => {
    for (const child of node.children) {
      if (!isElement(child)) continue
      isMerged ||= Number(child.properties.colSpan ?? 1) > 1 || Number(child.properties.rowSpan ?? 1) > 1
      isNested ||= ['table', 'ul', 'ol', 'pre', 'blockquote'].includes(child.tagName)
      look(child)
    }
  }
  look(element)
  if (isMerged) dropped.add('merged cells of a table', 'its words stand in cells of their own')
  if (isNested) dropped.add('lists or blocks in a table', 'a cell holds one line')
  return isEmpty(element.children) && textOf(element).trim() === '' ? [] : [element]
}

const shortCode: Shape = (element) =>
  textOf(element).trim() === ''
    ? [{ type: 'text', value: ' ' }]
    : [make('code', [{ type: 'text', value: textOf(element) }], element.properties)]

/** How a cell is set, as its class, its style or its property says. */
const cell: Shape = (element) => {
  const said = ['align', 'className', 'style'].map((name) => propertyOf(element, name)).join(' ')
  const [, align] = /\b(?:text-align(?:-|:\s*)|^)(left|center|right)\b/.exec(said) ?? []
  return [{ ...element, properties: { ...element.properties, ...(align && { align }) } }]
}

const list: Shape = (element) => {
  // A list that stands between items, not in one, belongs to the item before it.
  const items: ElementContent[] = []
  for (const child of element.children) {
    const last = items.findLast(isElement)
    if (isElement(child) && (child.tagName === 'ul' || child.tagName === 'ol') && last?.tagName === 'li')
      last.children.push(child)
    else items.push(child)
  }
  if (hasClass(element, 'blocks-gallery-grid'))
    return items.flatMap((item) => (isElement(item) ? item.children : []))
  return items.some(isElement) ? [{ ...element, children: items }] : []
}

export const shapes: Readonly<Record<string, Shape>> = {
  p: paragraph,
  div: paragraph,
  h1: heading,
  h2: heading,
  h3: heading,
  h4: heading,
  h5: heading,
  h6: heading,
  a: link,
  img: image,
  figure: shapeFigure,
  pre: shapeCode,
  code: shortCode,
  kbd: shortCode,
  samp: shortCode,
  tt: shortCode,
  table,
  td: cell,
  th: cell,
  ul: list,
  ol: list,
  strong: marked('strong'),
  b: marked('strong'),
  em: marked('em'),
  i: marked('em'),
  u: unwrap,
  mark: marked('em'),
  del: marked('del'),
  s: marked('del'),
  strike: marked('del'),
  ins: unwrap,
  span: unwrap,
  font: unwrap,
  small: unwrap,
  big: unwrap,
  abbr: unwrap,
  center: paragraph,
  sup: script(raised, 'raised'),
  sub: script(lowered, 'lowered'),
  summary: ({ children }) => (isEmpty(children) ? [] : [make('p', [make('strong', children)])]),
  details: unwrap,
  picture: unwrap,
}
