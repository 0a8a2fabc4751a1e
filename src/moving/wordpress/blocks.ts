import type { DropList } from '../html/drop-list.ts'
import { autop } from './autop.ts'

export interface BlockContext {
  /** Texts of blocks that several posts share, by their number. */
  shared: ReadonlyMap<string, string>
  dropped: DropList
}

/** What stands in a comment that begins, ends or is a block: `wp:name {"attributes":1} /`. */
const delimiter = /^\s+(\/)?wp:([a-z][a-z0-9_-]*(?:\/[a-z][a-z0-9_-]*)?)\s+(?:(\{[\s\S]*\})\s+)?(\/)?$/

/** Whether a text was written with blocks. */
export function hasBlocks(text: string): boolean {
  return text.includes('<!-- wp:')
}

/** How deep shared blocks may show each other. */
const deepest = 4

/**
 * The HTML of a text made of blocks, without its marks. Blocks that WordPress fills when it shows a page say nothing here, and
 * those of plugins keep their words; both are named. What stands between blocks has paragraphs by empty lines.
 */
export function unblock(text: string, context: BlockContext, depth = 0): string {
  const { dropped, shared } = context
  let html = ''
  let from = 0
  let open = 0
  let language: string | undefined
  const flush = (to: number) => {
    const between = text.slice(from, to)
    if (open > 0) html += language === undefined ? between : named(between, language)
    else if (between.trim() !== '') html += autop(between)
    else html += between
  }
  for (const { index, end, isEnd, written, attributes, isWhole } of marksIn(text)) {
    flush(index)
    from = end
    language = undefined
    const name = written.replace(/^core\//, '')
    if (isEnd) open = Math.max(0, open - 1)
    else if (!isWhole) {
      open++
      if (/code/.test(name)) language = languageIn(attributes)
      if (name.includes('/') && !kept.has(name))
        dropped.add(`how block ${name} looks`, 'its words stay, since it comes from a plugin')
    } else if (name === 'block') {
      const inner = shared.get(/"ref"\s*:\s*(\d+)/.exec(attributes ?? '')?.[1] ?? '')
      if (inner !== undefined && depth < deepest) html += unblock(inner, context, depth + 1)
      else dropped.add('a shared block', 'it is not in the export')
    } else if (!silent.has(name))
      dropped.add(`block ${name}`, 'WordPress or a plugin fills it when it shows the page')
  }
  flush(text.length)
  return html
}

function* marksIn(text: string) {
  for (let index = text.indexOf('<!--'); index >= 0; ) {
    const to = text.indexOf('-->', index)
    if (to < 0) return
    const match = delimiter.exec(text.slice(index + '<!--'.length, to))
    const end = to + '-->'.length
    if (match) {
      const [, isEnd, written = '', attributes, isWhole] = match
      yield { index, end, isEnd, written, attributes, isWhole }
    }
    index = text.indexOf('<!--', end)
  }
}

/** Blocks of plugins that hold nothing but their words. */
const kept = new Set(['syntaxhighlighter/code', 'jetpack/markdown', 'core-embed/youtube'])
/** Blocks without words, which nobody misses. */
const silent = new Set(['spacer', 'more', 'nextpage', 'separator', 'footnotes', 'site-title', 'post-title'])

function languageIn(attributes: string | undefined): string | undefined {
  return /"lang(?:uage)?"\s*:\s*"([\w+#.-]{1,30})"/.exec(attributes ?? '')?.[1]
}

function named(html: string, language: string): string {
  return html.replace(/<pre\b/, `<pre data-language="${language}"`)
}
