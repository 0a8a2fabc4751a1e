import { calloutKind, calloutText } from './callout.ts'
import type { Prepared } from './converted.ts'
import { embedLink } from './embed-link.ts'
import type { Dropped } from './foreign-post.ts'
import { codeRanges } from './outside-code.ts'
import { codeBlock, imageText, readTagWords } from './tag-words.ts'

/** One shortcode, or its end, as it stands in a text. */
interface Tag {
  from: number
  to: number
  written: string
  name: string
  words: string
  isEnd: boolean
  isWhole: boolean
}

const anyTag =
  /\{\{([<%])\s*(\/?)\s*(\w[\w./-]*)((?:"(?:[^"\\]|\\.)*"|`[^`]*`|(?![%>]\}\})[\s\S])*?)\s*(\/?)\1?[>%]\}\}/g

/** Turns Hugo's shortcodes into Markdown where they are known. Others stay visible, as code, and so do those in code. */
export function plainShortcodes(text: string): Prepared {
  const changed = new Set<string>()
  const dropped = new Map<string, Dropped>()
  const shown = (part: string) => part.replace(/\{\{([<%])\/\*([\s\S]*?)\*\/([>%])\}\}/g, '{{$1$2$3}}')
  const tags = tagsIn(text)

  /** The text between two offsets with the tags between two places of the list turned. */
  const turn = (from: number, to: number, first: number, last: number): string => {
    let turned = ''
    let at = from
    for (let index = first; index < last; index++) {
      const tag = tags[index] as Tag
      turned += showEscaped(text.slice(at, tag.from))
      const end = tag.isEnd || tag.isWhole ? -1 : endOf(tags, index, last)
      const inner =
        end === -1
          ? undefined
          : {
              raw: () => text.slice(tag.to, tags[end]?.from),
              turned: () => turn(tag.to, (tags[end] as Tag).from, index + 1, end),
            }
      const plain = tag.isEnd ? undefined : plainTag(tag, inner)
      if (plain !== undefined) {
        changed.add(`\`{{< ${tag.name} >}}\``)
        turned += plain
        if (end !== -1) index = end
        at = (tags[index] as Tag).to
        continue
      }
      if (!tag.isEnd || !dropped.has(tag.name))
        dropped.set(tag.name, {
          what: `the shortcode \`${tag.name}\``,
          why: 'nobody knows here what it shows: it stands in the text as it is written',
        })
      // Two runs of backticks side by side would be one.
      turned += `${turned.endsWith('`') ? ' ' : ''}\`${tag.written.replace(/`/g, "'").replace(/\s+/g, ' ')}\``
      at = tag.to
    }
    return turned + showEscaped(text.slice(at, to))
  }
  const showEscaped = (part: string) => (part.includes('/*') ? shown(part) : part)
  return { text: turn(0, text.length, 0, tags.length), changed: [...changed], dropped: [...dropped.values()] }
}

function tagsIn(text: string): Tag[] {
  const code = codeRanges(text)
  const isInCode = (offset: number) => code.some(([from, to]) => from <= offset && offset < to)
  return [...text.matchAll(anyTag)]
    .filter(({ index }) => !isInCode(index))
    .map((match) => {
      const [written, , slash, name = '', words = '', whole] = match
      return {
        from: match.index,
        to: match.index + written.length,
        written,
        name,
        words,
        isEnd: slash === '/',
        isWhole: whole === '/',
      }
    })
}

/** The place of the tag that ends another; -1 where none does. */
function endOf(tags: readonly Tag[], start: number, last: number): number {
  const name = tags[start]?.name
  let depth = 0
  for (let index = start + 1; index < last; index++) {
    const tag = tags[index] as Tag
    if (tag.name !== name || tag.isWhole) continue
    if (!tag.isEnd) depth++
    else if (depth-- === 0) return index
  }
  return -1
}

function plainTag(
  { name, words }: Tag,
  inner: { raw(): string; turned(): string } | undefined,
): string | undefined {
  const { plain, named } = readTagWords(words)
  const kind = calloutKind(name)
  if (kind !== undefined && inner) {
    const said = named.type ?? named.kind ?? plain[0]
    const own = calloutKind(said ?? '')
    return `\n\n${calloutText(own ?? kind, named.title ?? (own ? plain[1] : plain[0]), inner.turned())}\n\n`
  }
  switch (name) {
    case 'figure':
    case 'img':
    case 'image': {
      const src = named.src ?? plain[0]
      const caption = named.caption ?? named.title ?? named.attr
      return src === undefined
        ? undefined
        : imageText(src, named.alt ?? named.caption ?? named.title ?? '', caption)
    }
    case 'ref':
    case 'relref':
      return (named.path ?? plain[0])?.replace(/ /g, '%20')
    case 'highlight':
      return inner && codeBlock(inner.raw(), /^[\w+#.-]*$/.test(plain[0] ?? '') ? plain[0] : '')
    case 'mermaid':
      return inner && codeBlock(inner.raw(), 'mermaid')
    case 'details':
      return (
        inner &&
        `\n\n<details>\n<summary>${named.summary ?? named.title ?? plain[0] ?? 'Details'}</summary>\n\n${inner.turned().trim()}\n\n</details>\n\n`
      )
    case 'quote':
    case 'blockquote':
      return inner && `\n\n${inner.turned().trim().replace(/^/gm, '> ')}\n\n`
    case 'rawhtml':
      return inner?.raw()
    case 'br':
      return '<br />'
    case 'comment':
      return inner && ''
    default: {
      const values = plain.length > 0 ? plain : [named.user, named.id].filter((word) => word !== undefined)
      return embedLink(name, values)
    }
  }
}
