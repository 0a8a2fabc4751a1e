import { type MdastNode, mdxToMdast } from 'satteri'
import { builtInNamed } from '../../mdx/components.ts'
import { htmlElements } from '../../mdx/html-elements.ts'
import { isComponent, isJsx, literalOf } from '../../mdx/jsx.ts'
import { isComment, parseLiteral } from '../../mdx/literal.ts'
import { features } from '../../mdx/parse-body.ts'
import { visit } from '../../mdx/visit.ts'
import { calloutKind, calloutText } from '../callout.ts'
import { embedLink } from '../embed-link.ts'
import { outsideCode } from '../outside-code.ts'
import { codeBlock, imageText } from '../tag-words.ts'
import { applyEdits, type Edit } from './edits.ts'
import { openTag } from './inline-html.ts'
import { rangeOf } from './node-edits.ts'
import type { Said } from './said.ts'

/** A tag in the tree of a body. */
type Jsx = Extract<MdastNode, { type: 'mdxJsxFlowElement' | 'mdxJsxTextElement' }>

const module =
  /^(?:import\s*(?:[\w*{][\s\S]*?\sfrom\s*)?["'][^"'\n]*["'];?|export\s+(?:default|const|let|var|function|class|async)\b|export\s*[{*])/

/**
 * Code in MDX becomes words that show it: imports go, expressions and components that nobody knows here stay visible as code.
 * What is left is Markdown with tags.
 */
export function mdxToMarkdown(text: string, said: Said): string {
  const commented = outsideCode(text, (part) =>
    part.replace(/<!--([\s\S]*?)-->/g, (_, words: string) => `{/*${words.replaceAll('*/', '')}*/}`),
  )
  let tree: MdastNode
  try {
    tree = mdxToMdast(`${commented}\n`, { features })
  } catch {
    said.change('MDX that cannot be read: taken as Markdown')
    return outsideCode(text, (part) =>
      part.replace(/^(?:import|export)\s.*$/gm, (line) => {
        if (!module.test(line)) return line
        said.drop(shortOf(line), 'no code of a post is run')
        return ''
      }),
    )
  }
  const source = `${commented}\n`
  const images = new Map<string, string>()
  const edits: Edit[] = []
  visit(tree, (node, parents) => {
    const range = rangeOf(node)
    if (node.type === 'mdxjsEsm') edits.push({ ...range, text: moduleText(node.value, images, said) })
    else if (node.type === 'mdxFlowExpression' || node.type === 'mdxTextExpression')
      edits.push({ ...range, text: expressionText(node.value, node.type === 'mdxFlowExpression', said) })
    else if (isJsx(node)) edits.push(...elementEdits(node, source, images, said))
    const parent = parents.at(-1)
    if (parent?.type === 'mdxJsxFlowElement') edits.push(...dedent(source, range))
  })
  return applyEdits(source, edits)
}

function moduleText(value: string, images: Map<string, string>, said: Said): string {
  if (!module.test(value)) return ` ${value.trimEnd()}\n\n`
  for (const [, name = '', path = ''] of value.matchAll(/import\s+(\w+)\s+from\s+["']([^"']+)["']/g))
    images.set(name, path)
  for (const line of value.split('\n'))
    if (/^(import|export)\b/.test(line)) said.drop(shortOf(line), 'no code of a post is run')
  return ''
}

function expressionText(value: string, isFlow: boolean, said: Said): string {
  if (isComment(value)) return `<!--${/^\s*\/\*([\s\S]*)\*\/\s*$/.exec(value)?.[1] ?? ''}-->`
  const literal = parseLiteral(value)
  if (typeof literal === 'string')
    return literal.trim() === '' ? literal : literal.replace(/[\\`*_[\]<]/g, '\\$&')
  said.drop(shortOf(`{${value}}`), 'no code of a post is run: it stands in the text as it is written')
  if (isFlow) return codeBlock(`{${value}}`, 'jsx')
  return value.includes('`')
    ? `\`\`\`\` {${value.replace(/\s+/g, ' ')}} \`\`\`\``
    : `\`{${value.replace(/\s+/g, ' ')}}\``
}

/** The attributes of a tag as far as they are words, or files that are named. */
function wordsOf(node: Jsx, images: ReadonlyMap<string, string>): Record<string, string> {
  const words: Record<string, string> = {}
  for (const attribute of node.attributes) {
    if (attribute.type !== 'mdxJsxAttribute') continue
    const literal = literalOf(attribute)
    const code = typeof attribute.value === 'object' && attribute.value ? attribute.value.value : undefined
    const file =
      /(?:require|useBaseUrl)\(\s*["']([^"']+)["']\s*\)/.exec(code ?? '')?.[1] ??
      images.get(/^\s*(\w+)(?:\.src)?\s*$/.exec(code ?? '')?.[1] ?? '')
    const word = typeof literal === 'string' || typeof literal === 'number' ? String(literal) : file
    if (word !== undefined) words[attribute.name] = word
  }
  return words
}

function elementEdits(node: Jsx, source: string, images: ReadonlyMap<string, string>, said: Said): Edit[] {
  const { from, to } = rangeOf(node)
  const [first, last] = [node.children[0], node.children.at(-1)]
  const inner = first && last && { from: rangeOf(first).from, to: rangeOf(last).to }
  const isFlow = node.type === 'mdxJsxFlowElement'
  const gap = isFlow ? '\n\n' : ''
  const whole = (text: string): Edit[] => [{ from, to, text }]
  const both = (open: string, close: string): Edit[] =>
    inner
      ? [
          { from, to: inner.from, text: open === '' ? '' : open + gap },
          { from: inner.to, to, text: gap + close },
        ]
      : whole(open + close)
  const { name } = node
  const words = wordsOf(node, images)
  if (name === null) return both('', '')
  if (name === 'img' || name === 'Image' || name === 'Picture') {
    said.change(`\`<${name}>\``)
    return words.src === undefined
      ? whole(words.alt ?? '')
      : whole(imageText(words.src, words.alt ?? '', words.title))
  }
  const kind = name === 'Admonition' ? (calloutKind(words.type ?? '') ?? 'note') : undefined
  if (kind !== undefined) {
    said.change('`<Admonition>`')
    const [open = '', close = ''] = calloutText(kind, words.title, '\uE000').split('\uE000')
    return both(open.trimEnd(), close.trimStart())
  }
  const embed = /^(YouTube|Vimeo|Gist|Tweet|Instagram|CodePen)(?:Embed|Video|Player)?$/i.exec(name)?.[1]
  const link = embed && embedLink(embed, [words.id ?? words.videoId ?? words.url ?? words.youTubeId ?? ''])
  if (link) {
    said.change(`\`<${name}>\``)
    return whole(link)
  }
  if (name === 'TabItem' || name === 'Tabs') {
    said.change(`\`<${name}>\`: its parts follow one another`)
    return both(name === 'TabItem' ? `**${words.label ?? words.value ?? ''}**` : '', '')
  }
  if (builtInNamed(name)) return []
  if (isComponent(name) || (!htmlElements.has(name) && !isKnownHtml(name))) {
    said.drop(`\`<${name}>\``, 'it is nothing that posts can show: it stands in the text as it is written')
    const shown = (written: string) => `\`${written.trim().replace(/\s+/g, ' ').replace(/`/g, "'")}\``
    return inner
      ? both(shown(source.slice(from, inner.from)), shown(source.slice(inner.to, to)))
      : whole(shown(source.slice(from, to)))
  }
  if (!isFlow && htmlElements.get(name)?.isInline) {
    const tag =
      name === 'a' && words.href !== undefined
        ? `<a href="${words.href.replace(/"/g, '%22')}">`
        : openTag(name, words)
    return inner
      ? both(tag, `</${name}>`)
      : whole(name === 'br' || name === 'wbr' ? `<${name}>` : `${tag}</${name}>`)
  }
  // Blocks that Markdown does not have stay as HTML; of others only the text stays, which is Markdown in MDX.
  if (
    /^(details|summary|table|thead|tbody|tr|td|th|dl|dt|dd|pre|iframe|script|style|video|audio)$/.test(name)
  )
    return []
  said.change(`\`<${name}>\`: left out, its text stays`)
  return both('', '')
}

function isKnownHtml(name: string): boolean {
  return /^(div|section|article|center|font|h\d|iframe|script|style|video|audio|picture|figure|header|footer|aside|main|nav|big|button)$/.test(
    name,
  )
}

/** Indentation means nothing within tags in MDX, but much in Markdown. */
function dedent(source: string, { from, to }: { from: number; to: number }): Edit[] {
  const start = source.lastIndexOf('\n', from - 1) + 1
  const indent = from - start
  if (indent === 0 || source.slice(start, from).trim() !== '') return []
  const edits: Edit[] = [{ from: start, to: from, text: '' }]
  for (
    let line = source.indexOf('\n', from) + 1;
    line > 0 && line < to;
    line = source.indexOf('\n', line) + 1
  ) {
    const spaces = /^[ \t]*/.exec(source.slice(line, line + indent))?.[0].length ?? 0
    if (spaces > 0) edits.push({ from: line, to: line + spaces, text: '' })
  }
  return edits
}

function shortOf(code: string): string {
  const line = code.replace(/\s+/g, ' ')
  return `\`${(line.length > 60 ? `${line.slice(0, 59)}…` : line).replace(/`/g, "'")}\``
}
