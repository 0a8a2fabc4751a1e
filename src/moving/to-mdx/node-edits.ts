import type { MdastNode } from 'satteri'
import { addressProblem } from '../../mdx/address-problem.ts'
import type { Edit } from './edits.ts'
import { headingAttributes } from './heading-ids.ts'
import { destination, type Leads, pictureText } from './leads.ts'
import type { Said } from './said.ts'

type Node<T extends MdastNode['type']> = Extract<MdastNode, { type: T }>

/** Where a node stands, as UTF-16 offsets. */
export function rangeOf(node: MdastNode): { from: number; to: number } {
  return { from: node.position?.start.offset ?? 0, to: node.position?.end.offset ?? 0 }
}

/** A link with the address that it has here; without one, only its words stay. */
export function linkEdits(node: Node<'link'>, source: string, leads: Leads, said: Said): Edit[] {
  const { from, to } = rangeOf(node)
  const href = hrefOf(node.url, leads)
  const isBracketed = source[from] === '['
  const inner = innerOf(node) ?? { from: from + 1, to: from + 1 }
  if (!isBracketed) {
    if (href === undefined) return [{ from, to, text: `\`${source.slice(from, to).replace(/^<|>$/g, '')}\`` }]
    if (source[from] !== '<' && href === node.url) return []
    if (source[from] === '<') said.change('`<https://…>`')
    return [
      {
        from,
        to,
        text: `[${source
          .slice(from, to)
          .replace(/^<|>$/g, '')
          .replace(/[[\]\\{_*]/g, '\\$&')}](${destination(href)})`,
      },
    ]
  }
  if (href === undefined)
    return [
      { from, to: inner.from, text: '' },
      { from: inner.to, to, text: '' },
    ]
  if (href === node.url) return []
  const title = node.title ? ` "${node.title.replace(/["\\]/g, '\\$&')}"` : ''
  return [{ from: inner.to, to, text: `](${destination(href)}${title})` }]
}

/** The address of a link here; undefined where a post cannot have it. */
export function hrefOf(url: string, leads: Leads): string | undefined {
  const href = leads.link(url)
  return href === undefined || addressProblem(href, 'link') ? undefined : href
}

/** A link by name, where what it names is not here. */
export function unlinkEdits(node: Node<'linkReference'>): Edit[] {
  const { from, to } = rangeOf(node)
  const inner = innerOf(node)
  return inner
    ? [
        { from, to: inner.from, text: '' },
        { from: inner.to, to, text: '' },
      ]
    : []
}

/** An image with the file that it has here. @param isAlone whether nothing else stands in its paragraph, at the top of the text */
export function imageEdit(node: Node<'image'>, leads: Leads, isAlone: boolean): Edit {
  return {
    ...rangeOf(node),
    text: pictureText(node.url, node.alt ?? '', node.title ?? undefined, leads, isAlone),
  }
}

/** A heading a level deeper, on one line, without attributes. @param by how many levels */
export function headingEdits(node: Node<'heading'>, source: string, by: number, said: Said): Edit[] {
  const { from, to } = rangeOf(node)
  const edits: Edit[] = []
  const depth = Math.min(6, node.depth + by)
  const inner = innerOf(node)
  if (source[from] === '#') {
    if (by > 0) edits.push({ from, to: from + node.depth, text: '#'.repeat(depth) })
  } else {
    edits.push({ from, to: from, text: `${'#'.repeat(depth)} ` })
    if (inner) {
      edits.push({ from: inner.to, to, text: '' })
      for (const { index } of source.slice(inner.from, inner.to).matchAll(/\n[ \t>]*/g))
        edits.push({ from: inner.from + index, to: inner.from + index + 1, text: ' ' })
    }
  }
  const last = node.children.at(-1)
  if (last?.type === 'text') {
    const range = rangeOf(last)
    const written = headingAttributes.exec(source.slice(range.from, range.to))
    if (written) {
      said.change('`{#…}` behind headings')
      edits.push({ from: range.from + written.index, to: range.to, text: '' })
    }
  }
  return edits
}

/** Code that is set apart by spaces, between lines of backticks. */
export function codeEdit(node: Node<'code'>, source: string): Edit | undefined {
  const { from, to } = rangeOf(node)
  if (/^(?:`{3}|~{3})/.test(source.slice(from))) return undefined
  const start = source.lastIndexOf('\n', from - 1) + 1
  const before = source.slice(start, from).replace(/(?: {4}| {0,3}\t)$/, '')
  const prefix = before.replace(/[^>\s]/g, ' ')
  const longest = Math.max(2, ...[...node.value.matchAll(/`+/g)].map(([run]) => run.length))
  const fence = '`'.repeat(longest + 1)
  const lines = node.value.split('\n').map((line) => (line === '' ? prefix.trimEnd() : prefix + line))
  return { from: start + before.length, to, text: [fence, ...lines, prefix + fence].join('\n') }
}

/** Where what stands in a node begins and ends. */
function innerOf(node: { children: readonly MdastNode[] }): { from: number; to: number } | undefined {
  const [first, last] = [node.children[0], node.children.at(-1)]
  return first && last ? { from: rangeOf(first).from, to: rangeOf(last).to } : undefined
}
