import { type MdastNode, markdownToMdast } from 'satteri'
import { checkBody } from '../../mdx/check-body.ts'
import { builtIn } from '../../mdx/components.ts'
import { findExcess } from '../../mdx/find-excess.ts'
import { features, parseBody } from '../../mdx/parse-body.ts'
import { visit } from '../../mdx/visit.ts'
import type { Prepared } from '../converted.ts'
import type { ForeignBody } from '../foreign-post.ts'
import { htmlToMarkdown } from '../html-to-markdown.ts'
import { outsideCode } from '../outside-code.ts'
import { codeBlock } from '../tag-words.ts'
import { applyEdits } from './edits.ts'
import { HeadingIds, headingAttributes, wordsIn } from './heading-ids.ts'
import type { Leads } from './leads.ts'
import { markdownEdits } from './markdown-edits.ts'
import { mdxToMarkdown } from './mdx-to-markdown.ts'
import { rangeOf } from './node-edits.ts'
import { Said } from './said.ts'

type Root = Extract<MdastNode, { type: 'root' }>
const components = { builtIn, names: new Set(Object.keys(builtIn)) }

/**
 * The body of a post as posts have it here: MDX that is data. What cannot be converted stays visible, as code. Nothing is run.
 * @param title of the post; where the text begins with it again, it is left out
 * @returns undefined text where it is too large to be read at all, and why
 */
export function toMdx(
  body: ForeignBody,
  title: string,
  leads: Leads,
): Prepared | { problem: string; mend: string } {
  const said = new Said()
  const readable = body.text
    .replace(/\r\n?/g, '\n')
    .replace(/\0/g, '')
    .replace(/^\uFEFF/, '')
  let text = readable
  if (body.syntax === 'html') {
    const marked = htmlToMarkdown(readable)
    for (const { what, why } of marked.dropped) said.drop(what, why)
    text = marked.text
  } else if (body.syntax === 'mdx' && !findExcess(readable)) text = mdxToMarkdown(readable, said)
  const excess = findExcess(text)
  if (excess) return { problem: excess.what, mend: `${excess.mend}, and adopt again` }
  text = withoutTitle(text, title, said)
  const quiet = new Said()
  for (const keepsDetails of [true, false]) {
    const heard = keepsDetails ? said : quiet
    const converted = tidy(convert(text, leads, heard, keepsDetails))
    if (isFit(converted)) return { text: converted, changed: said.changed, dropped: said.dropped }
  }
  const blocks = tidy(byBlocks(text, leads, said))
  const fitting = isFit(blocks) ? blocks : codeBlock(text)
  return { text: fitting, changed: said.changed, dropped: said.dropped }
}

function convert(text: string, leads: Leads, said: Said, keepsDetails: boolean, depth = 0): string {
  if (text.trim() === '' || findExcess(text)) return findExcess(text) ? codeBlock(text) : ''
  const source = `${text}\n`
  const tree = parse(source)
  const ids = new HeadingIds()
  const definitions = new Map<string, { url: string; title?: string }>()
  let shift = 0
  visit(tree, (node) => {
    if (node.type === 'definition' && !definitions.has(node.identifier))
      definitions.set(node.identifier, { url: node.url, ...(node.title && { title: node.title }) })
    if (node.type !== 'heading') return
    if (node.depth === 1) shift = 1
    const words = wordsIn(node)
    ids.add(words.replace(headingAttributes, ''), headingAttributes.exec(words)?.[1])
  })
  const around = {
    ...{ source, said, shift, definitions, keepsDetails },
    leads: depth > 0 ? leads : withPlaces(leads, ids, said),
    again: (markdown: string) =>
      depth > 4 ? codeBlock(markdown) : convert(markdown, leads, said, keepsDetails, depth + 1),
  }
  return applyEdits(source, markdownEdits(tree, around))
}

/** Without the empty lines that what was left out left behind. A space before the first word may mean something. */
function tidy(text: string): string {
  return outsideCode(text, (part) => part.replace(/\n[ \t]*\n(?:[ \t]*\n)+/g, '\n\n'))
    .replace(/^(?:[ \t]*\n)+/, '')
    .trimEnd()
}

/** Links to places on the same page, which are called otherwise here. */
function withPlaces(leads: Leads, ids: HeadingIds, said: Said): Leads {
  return {
    ...leads,
    link(url) {
      if (!url.startsWith('#')) return leads.link(url)
      const place = ids.find(url)
      if (place === undefined) said.drop(`the link to \`${url}\``, 'no heading has this name')
      return place === undefined ? undefined : `#${place}`
    },
  }
}

function parse(text: string): Root {
  return markdownToMdast(text, { features }) as Root
}

function isFit(text: string): boolean {
  const body = parseBody({ file: '', text: `${text}\n`, bodyStart: 0 })
  return body.faults.length === 0 && checkBody(body, components).length === 0
}

/** Every block by itself: one that cannot be converted stands as code. */
function byBlocks(text: string, leads: Leads, said: Said): string {
  const source = `${text}\n`
  let hasFailed = false
  const blocks = parse(source).children.map((node) => {
    const { from, to } = rangeOf(node)
    const start = source.lastIndexOf('\n', from - 1) + 1
    const written = source.slice(start, to)
    const converted = convert(written, leads, new Said(), false)
    if (isFit(converted)) return converted.trim()
    hasFailed = true
    return codeBlock(written)
  })
  if (hasFailed) said.drop('a passage that no post can hold', 'it stands in the text as code')
  const all = blocks.filter((block) => block !== '').join('\n\n')
  return isFit(all) ? all : codeBlock(text)
}

/** A text that begins with its title says it twice. */
function withoutTitle(text: string, title: string, said: Said): string {
  const bare = (words: string) => words.toLowerCase().replace(/[^\p{L}\p{M}\p{N}]/gu, '')
  const found = /^\s*(?:#[ \t]+([^\n]+?)[ \t#]*(?:\n|$)|([^\n]+)\n=+[ \t]*(?:\n|$))/.exec(text)
  const words = found?.[1] ?? found?.[2]
  if (!found || words === undefined || bare(words) !== bare(title)) return text
  said.change('the title at the start of the text')
  return text.slice(found[0].length)
}
