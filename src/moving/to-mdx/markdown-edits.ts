import type { MdastNode } from 'satteri'
import { blockHtmlText } from './block-html.ts'
import { type Edit, prefixAt } from './edits.ts'
import { inlineHtmlEdits } from './inline-html.ts'
import type { Leads } from './leads.ts'
import { pictureText } from './leads.ts'
import { codeEdit, headingEdits, hrefOf, imageEdit, linkEdits, rangeOf, unlinkEdits } from './node-edits.ts'
import type { Said } from './said.ts'

/** What an edit needs to know of the whole text. */
export interface Around {
  source: string
  leads: Leads
  said: Said
  /** Levels that headings go down. */
  shift: number
  definitions: ReadonlyMap<string, { url: string; title?: string }>
  keepsDetails: boolean
  /** Makes Markdown that came of HTML fit for posts. */
  again(markdown: string): string
}

const holdsWords = new Set([
  'paragraph',
  'heading',
  'tableCell',
  'emphasis',
  'strong',
  'delete',
  'link',
  'linkReference',
])

/** Edits that make plain Markdown fit for a post: what MDX would take for code or for tags stays what it was. */
export function markdownEdits(node: MdastNode, around: Around, parents: readonly MdastNode[] = []): Edit[] {
  const { source, leads, said, shift, definitions } = around
  const parent = parents.at(-1)
  const edits: Edit[] = []
  const isAlone = parent?.type === 'paragraph' && parent.children.length === 1 && parents.length === 2
  switch (node.type) {
    case 'text':
      return escapeEdits(source, rangeOf(node), said)
    case 'html':
      return parent && holdsWords.has(parent.type) ? [] : [blockEdit(node, around)]
    case 'code': {
      const edit = codeEdit(node, source)
      if (edit) said.change('indented code')
      return edit ? [edit] : []
    }
    case 'image':
      return [imageEdit(node, leads, isAlone)]
    case 'imageReference': {
      const named = definitions.get(node.identifier)
      return named
        ? [{ ...rangeOf(node), text: pictureText(named.url, node.alt ?? '', named.title, leads, isAlone) }]
        : []
    }
    case 'definition':
      return definitionEdits(node, around)
    case 'linkReference': {
      const named = definitions.get(node.identifier)
      if (named && hrefOf(named.url, leads) === undefined) edits.push(...unlinkEdits(node))
      break
    }
    case 'link': {
      const linked = linkEdits(node, source, leads, said)
      if (source[rangeOf(node).from] !== '[') return linked
      edits.push(...linked)
      break
    }
    case 'heading':
      edits.push(...headingEdits(node, source, shift, said))
      break
    case 'paragraph':
      if (
        parents.length === 1 &&
        /^(import|export)\b/.test(source.slice(rangeOf(node).from)) &&
        node.position?.start.column === 1
      )
        edits.push({ from: rangeOf(node).from, to: rangeOf(node).from, text: ' ' })
      break
  }
  if (!('children' in node)) return edits
  if (holdsWords.has(node.type)) edits.push(...inlineHtmlEdits(node.children, source, leads, said))
  for (const child of node.children) edits.push(...markdownEdits(child, around, [...parents, node]))
  return edits
}

/** Braces and `<` that are no more than signs. */
function escapeEdits(source: string, { from, to }: { from: number; to: number }, said: Said): Edit[] {
  const edits: Edit[] = []
  for (let index = from; index < to; index++) {
    const sign = source[index]
    if (sign === '\\') index++
    else if (sign === '{' || sign === '<') {
      said.change(sign === '{' ? '`{` written as `\\{`' : '`<` written as `\\<`')
      edits.push({ from: index, to: index, text: '\\' })
    }
  }
  return edits
}

function blockEdit(node: Extract<MdastNode, { type: 'html' }>, around: Around): Edit {
  const { source, said, keepsDetails } = around
  const { from, to } = rangeOf(node)
  const fit = blockHtmlText(node.value, said, keepsDetails, around.again).trim()
  const prefix = prefixAt(source, from)
  const placed = fit.replace(/\n(?!$)/g, `\n${prefix}`).replace(/[ \t]+$/gm, '')
  const lineBefore = source.slice(source.lastIndexOf('\n', source.lastIndexOf('\n', from - 1) - 1) + 1, from)
  const isCramped = /[^\s>].*\n[ \t>]*$/.test(lineBefore)
  const isFollowed = /^[^\n]*\n[ \t]*[^\s>]/.test(source.slice(to, to + 200))
  return {
    from,
    to,
    text: fit === '' ? '' : `${isCramped ? `\n${prefix}` : ''}${placed}${isFollowed ? `\n${prefix}` : ''}`,
  }
}

function definitionEdits(
  node: Extract<MdastNode, { type: 'definition' }>,
  { source, leads }: Around,
): Edit[] {
  const { from, to } = rangeOf(node)
  const href = hrefOf(node.url, leads)
  if (href === node.url) return []
  const label = /^\[(?:[^\]\\]|\\.)*\]:/.exec(source.slice(from, to))?.[0]
  if (href === undefined || label === undefined) return [{ from, to, text: '' }]
  const title = node.title ? ` "${node.title.replace(/["\\]/g, '\\$&')}"` : ''
  return [{ from, to, text: `${label} ${href.replace(/\s/g, encodeURIComponent)}${title}` }]
}
