import type { MdastNode } from 'satteri'
import { builtInNamed } from '../../mdx/components.ts'
import { htmlElements } from '../../mdx/html-elements.ts'
import { isComponent } from '../../mdx/jsx.ts'
import type { Edit } from './edits.ts'
import { type HtmlTag, htmlTags } from './html-tags.ts'
import { attribute, destination, type Leads, pictureText, plainWords } from './leads.ts'
import type { Said } from './said.ts'

/** Elements that go with all that is in them. */
const gone = new Set(
  'script style iframe object embed video audio form noscript template svg canvas applet'.split(' '),
)
/** Newer names for old elements. */
const renamed = new Map([
  ['strike', 's'],
  ['tt', 'code'],
  ['acronym', 'abbr'],
])

interface Placed extends HtmlTag {
  start: number
  end: number
}

/**
 * Edits that make the HTML among words fit for a post: closed, known, and nothing that runs.
 * @param children of a node that holds words
 */
export function inlineHtmlEdits(
  children: readonly MdastNode[],
  source: string,
  leads: Leads,
  said: Said,
): Edit[] {
  const tags: Placed[] = children.flatMap((node) => {
    const [start, end] = [node.position?.start.offset, node.position?.end.offset]
    if (node.type !== 'html' || start === undefined || end === undefined) return []
    const [tag] = htmlTags(node.value)
    return [
      tag
        ? { ...tag, start, end }
        : { from: 0, to: 0, name: '!', isEnd: false, isWhole: true, attributes: {}, start, end },
    ]
  })
  const edits: Edit[] = []
  const open: Placed[] = []
  for (const tag of tags) {
    const edit = (text: string) => edits.push({ from: tag.start, to: tag.end, text })
    if (tag.name === '!') edit(commentText(source.slice(tag.start, tag.end), said))
    else if (tag.isWhole) edit(voidText(tag, source, leads, said))
    else if (!tag.isEnd) open.push(tag)
    else {
      const at = open.findLastIndex(({ name }) => name === tag.name)
      for (const lost of open.splice(at === -1 ? open.length : at + 1)) edits.push(lonely(lost, source, said))
      const begun = at === -1 ? undefined : open.pop()
      edits.push(...(begun ? pairEdits(begun, tag, source, leads, said) : [lonely(tag, source, said)]))
    }
  }
  return [...edits, ...open.map((lost) => lonely(lost, source, said))]
}

/** A comment as posts have it; marks of where a list cuts a post off say nothing here. */
export function commentText(written: string, said: Said): string {
  const words = /^<!--([\s\S]*?)(?:-->)?$/.exec(written)?.[1]?.trim()
  if (words === undefined || words === '' || /^(more|truncate|excerpt|read ?more)\b.{0,20}$/i.test(words))
    return ''
  if (words.includes('*/')) {
    said.drop('a comment', 'readers never saw it')
    return ''
  }
  said.change('`<!-- … -->`')
  return `{/* ${words} */}`
}

function voidText(tag: Placed, source: string, leads: Leads, said: Said): string {
  const { name, attributes } = tag
  if (name === 'img') {
    said.change('`<img>`')
    return attributes.src ? pictureText(attributes.src, attributes.alt ?? '', attributes.title, leads) : ''
  }
  if (gone.has(name) || name === 'iframe') return goneText(tag, source, leads, said)
  if (isComponent(name))
    return builtInNamed(name) ? source.slice(tag.start, tag.end) : visible(tag, source, said)
  if (!htmlElements.has(name)) {
    said.drop(`\`<${name}>\``, 'posts cannot hold it')
    return ''
  }
  if (name !== 'br' && name !== 'wbr') return ''
  return `<${name} />`
}

/** A tag that nothing closes, or that closes nothing: browsers pass it over. */
function lonely(tag: Placed, source: string, said: Said): Edit {
  const isWord =
    isComponent(tag.name) ||
    !(
      htmlElements.has(tag.name) ||
      renamed.has(tag.name) ||
      /^(div|center|font|big|section|h\d|u)$/.test(tag.name)
    )
  if (isWord && !gone.has(tag.name)) return { from: tag.start, to: tag.end, text: visible(tag, source, said) }
  said.change(`\`<${tag.name}>\` without its other half: left out`)
  return { from: tag.start, to: tag.end, text: '' }
}

function pairEdits(begun: Placed, ended: Placed, source: string, leads: Leads, said: Said): Edit[] {
  const both = (first: string, second: string): Edit[] => [
    { from: begun.start, to: begun.end, text: first },
    { from: ended.start, to: ended.end, text: second },
  ]
  const name = renamed.get(begun.name) ?? begun.name
  if (gone.has(name))
    return [{ from: begun.start, to: ended.end, text: goneText(begun, source, leads, said) }]
  if (name === 'a') {
    const href = begun.attributes.href === undefined ? undefined : leads.link(begun.attributes.href)
    return href === undefined ? both('', '') : both('[', `](${destination(href)})`)
  }
  if (isComponent(name))
    return builtInNamed(name) ? [] : both(visible(begun, source, said), visible(ended, source, said))
  const element = htmlElements.get(name)
  if (element?.isInline) return both(openTag(name, begun.attributes), `</${name}>`)
  if (!element && !/^(div|center|font|big|section|article|h\d|pre|label)$/.test(name))
    return both(visible(begun, source, said), visible(ended, source, said))
  said.change(`\`<${name}>\`: left out, its words stay`)
  return both('', '')
}

/** An opening tag with those of its attributes that posts may have. */
export function openTag(name: string, attributes: Readonly<Record<string, string>>): string {
  const element = htmlElements.get(name)
  const kept = Object.entries(attributes).filter(
    ([key, value]) =>
      element?.attributes.has(key) &&
      key !== 'class' &&
      key !== 'id' &&
      value !== '' &&
      !['cite', 'href'].includes(key),
  )
  return `<${name}${kept.map(([key, value]) => ` ${key}=${attribute(value)}`).join('')}>`
}

function visible(tag: Placed, source: string, said: Said): string {
  const written = source.slice(tag.start, tag.end).replace(/\s+/g, ' ')
  if (!tag.isEnd)
    said.drop(
      `\`<${tag.name}>\``,
      'it is nothing that posts can show: it stands in the text as it is written',
    )
  return `\`${written.replace(/`/g, "'")}\``
}

/** What stands in the place of something embedded: a link to it, if it has an address. */
function goneText(
  tag: Pick<HtmlTag, 'name' | 'attributes'>,
  _source: string,
  leads: Leads,
  said: Said,
): string {
  const src = tag.attributes.src ?? tag.attributes.data
  const isShown = ['iframe', 'video', 'audio', 'embed', 'object'].includes(tag.name)
  const url = src?.startsWith('//') ? `https:${src}` : src
  const href = isShown && url !== undefined ? leads.link(url) : undefined
  said.drop(
    `\`<${tag.name}>\``,
    href === undefined ? 'nothing runs in a post' : `a link to ${url} stands in its place`,
  )
  return href === undefined
    ? ''
    : `[${plainWords(href.replace(/^https?:\/\/(www\.)?/, ''))}](${destination(href)})`
}
