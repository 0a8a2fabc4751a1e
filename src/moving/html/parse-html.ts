import type { Element, ElementContent, Nodes, Root, RootContent } from 'hast'
import { htmlToHast } from 'satteri'

/** Levels of elements in each other that are kept. No text has as many; deeper ones are attacks, or broken. */
const deepest = 60

/** Tags that may be open at once before the words alone are read: what browsers then make of them grows with the square. */
const mostOpen = 250

/** Parses HTML as browsers do. What is nested too deeply is kept as its words. */
export function parseHtml(written: string): Root {
  const html = opensTooMany(written) ? written.replace(/<[a-z/!][^<>]*>/gi, ' ') : written
  // Without a body of its own, scripts at the start would end in the head.
  const document = htmlToHast(`<!doctype html><body>${html}`) as Root
  const page = document.children.find((node): node is Element => node.type === 'element')
  const body = page?.children.find((node): node is Element => isElement(node) && node.tagName === 'body')
  const children = body?.children ?? []
  shallow(children, 0)
  return { type: 'root', children: children as RootContent[] }
}

/** Tags that need no end: the next one ends them. */
const endless =
  /^(?:area|base|br|col|embed|hr|img|input|link|meta|source|track|wbr|p|li|td|th|tr|dt|dd|option)$/i

function opensTooMany(html: string): boolean {
  let open = 0
  for (const [all, end, name = ''] of html.matchAll(/<(\/?)([a-z][^\s/<>]*)[^<>]*>?/gi)) {
    if (all.endsWith('/>') || endless.test(name)) continue
    open = Math.max(0, open + (end ? -1 : 1))
    if (open > mostOpen) return true
  }
  return false
}

function shallow(children: ElementContent[], depth: number): void {
  for (const [index, child] of children.entries()) {
    if (child.type !== 'element') continue
    if (depth === deepest) children[index] = { type: 'text', value: textOf(child) }
    else shallow(child.children, depth + 1)
  }
}

export function isElement(node: Nodes | undefined): node is Element {
  return node?.type === 'element'
}

/** The words of a node and all in it, whatever its depth. */
export function textOf(node: Nodes): string {
  let text = ''
  const waiting: Nodes[] = [node]
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    if (next.type === 'text') text += next.value
    if ('children' in next)
      for (let index = next.children.length - 1; index >= 0; index--)
        waiting.push(next.children[index] as Nodes)
  }
  return text
}

/** A property as text; undefined where it is not there. */
export function propertyOf(element: Element, name: string): string | undefined {
  const value = element.properties[name]
  if (value === undefined || value === null || value === false) return undefined
  return Array.isArray(value) ? value.join(' ') : value === true ? '' : String(value)
}

export function hasClass(element: Element, name: string): boolean {
  const classes = element.properties.className
  return Array.isArray(classes) && classes.includes(name)
}

/** An element without properties, save those given. */
export function make(
  tagName: string,
  children: ElementContent[],
  properties: Element['properties'] = {},
): Element {
  return { type: 'element', tagName, properties, children }
}

/** The first element below that fits. */
export function find(within: Element | Root, fits: (element: Element) => boolean): Element | undefined {
  for (const child of within.children) {
    if (!isElement(child)) continue
    const found = fits(child) ? child : find(child, fits)
    if (found) return found
  }
  return undefined
}
