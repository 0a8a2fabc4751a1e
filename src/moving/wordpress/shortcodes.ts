import type { DropList } from '../html/drop-list.ts'
import { escapeHtml } from '../html/escape-html.ts'
import { protect } from './protect.ts'

/** A picture that an export knows by its number. */
export interface Attachment {
  url: string
  alt?: string
  caption?: string
}

export interface ShortcodeContext {
  attachments: ReadonlyMap<string, Attachment>
  dropped: DropList
}

type Attributes = Readonly<Record<string, string>>
type Shortcode = (attributes: Attributes, inner: string, context: ShortcodeContext) => string

/** A shortcode's tag, as WordPress reads it: its name, what it says, and whether it ends at once. `[[…]]` shows brackets. */
const tag =
  /\[(\[?)(\/?)([a-z][\w-]*)(?![\w-])((?:[^[\]"'/]|"[^"\]]*"|'[^'\]]*'|["']|\/(?!\])){0,2000}?)(\/?)\](\]?)/gi

/**
 * Puts plain HTML in the place of the shortcodes that WordPress itself brings and of common ones; others stay as they are
 * written, and are named. None is nested in one of its own name.
 */
export function expandShortcodes(html: string, context: ShortcodeContext): string {
  if (!html.includes('[')) return html
  const { text, restore } = protect(html, { tags: true })
  return restore(text.includes('[') ? expand(text, context) : text)
}

interface Tag {
  index: number
  end: number
  name: string
  isClosing: boolean
  isWhole: boolean
  attributes: string
  isEscaped: boolean
}

function expand(html: string, context: ShortcodeContext): string {
  const tags: Tag[] = [...html.matchAll(tag)].map((match) => ({
    index: match.index,
    end: match.index + match[0].length,
    isEscaped: match[1] === '[' && match[6] === ']',
    isClosing: match[2] === '/',
    name: (match[3] ?? '').toLowerCase(),
    attributes: match[4] ?? '',
    isWhole: match[5] === '/',
  }))
  /** The last tag that closes each name, so that none is searched for in vain. */
  const lastClosing = new Map<string, number>()
  for (const [index, { name, isClosing }] of tags.entries()) if (isClosing) lastClosing.set(name, index)
  let text = ''
  let from = 0
  for (let index = 0; index < tags.length; index++) {
    const each = tags[index] as Tag
    if (each.index < from) continue
    if (each.isEscaped) {
      text += html.slice(from, each.index) + html.slice(each.index + 1, each.end - 1)
      from = each.end
      continue
    }
    const closes = !each.isClosing && !each.isWhole && (lastClosing.get(each.name) ?? -1) > index
    const closing = closes ? closingOf(tags, index) : -1
    const shortcode = each.isClosing ? undefined : known.get(each.name)
    if (!shortcode) {
      if (closes || each.isWhole || /[\w-]\s*=/.test(each.attributes) || /[_-]/.test(each.name))
        context.dropped.add(
          `shortcode [${each.name}]`,
          'it stands in the text as it was written, since nothing here knows it',
        )
      continue
    }
    const inner = closing < 0 ? '' : html.slice(each.end, (tags[closing] as Tag).index)
    text += html.slice(from, each.index)
    text += shortcode(
      readAttributes(each.attributes),
      inner.includes('[') && !raw.has(each.name) ? expand(inner, context) : inner,
      context,
    )
    from = closing < 0 ? each.end : (tags[closing] as Tag).end
  }
  return text + html.slice(from)
}

function closingOf(tags: readonly Tag[], opening: number): number {
  const name = tags[opening]?.name
  for (let index = opening + 1; index < tags.length; index++)
    if (tags[index]?.isClosing && tags[index]?.name === name) return index
  return -1
}

/** `name="x" name='x' name=x`, and the first word without a name under `0`. */
function readAttributes(text: string): Attributes {
  const read: Record<string, string> = Object.create(null)
  for (const [, name, double, single, bare, alone] of text.matchAll(
    /(?!https?:)([\w-]+)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"']+))|(https?:[^\s"']+|[^\s"'=]+)/g,
  )) {
    if (name) read[name.toLowerCase()] = double ?? single ?? bare ?? ''
    else read['0'] ??= alone ?? ''
  }
  return read
}

/** What a shortcode says is HTML already. */
const paragraphOf = (address: string | undefined) =>
  address?.trim() ? `\n\n<p>${address.trim().replaceAll('<', '&lt;')}</p>\n\n` : ''

const caption: Shortcode = ({ caption: said }, inner) => {
  const [, picture = inner, words = ''] = /^\s*((?:\ue000\d+\ue001\s*)+)([\s\S]*)$/.exec(inner) ?? []
  const text = said ?? words.trim()
  return `\n\n<figure>${picture.trim()}${text ? `<figcaption>${text}</figcaption>` : ''}</figure>\n\n`
}

const gallery: Shortcode = ({ ids, include }, _inner, { attachments, dropped }) => {
  const numbers = (ids ?? include ?? '')
    .split(',')
    .map((id) => id.trim())
    .filter(Boolean)
  if (numbers.length === 0) {
    dropped.add(
      'shortcode [gallery]',
      'it names no pictures, and showed all that were uploaded with the post',
    )
    return ''
  }
  const figures = numbers.flatMap((id) => {
    const picture = attachments.get(id)
    if (!picture) dropped.add(`picture ${id} of a gallery`, 'it is not in the export')
    return picture ? [figureOf(picture)] : []
  })
  return `\n\n${figures.join('\n')}\n\n`
}

function figureOf({ url, alt = '', caption: words }: Attachment): string {
  const below = words ? `<figcaption>${escapeHtml(words)}</figcaption>` : ''
  return `<figure><img src="${escapeHtml(url)}" alt="${escapeHtml(alt)}">${below}</figure>`
}

const link: Shortcode = (attributes, inner) =>
  paragraphOf(
    inner.trim() || (attributes.src ?? attributes.url ?? attributes.mp4 ?? attributes.mp3 ?? attributes['0']),
  )

/** A video by its number or its address. */
function videoOf(site: string): Shortcode {
  return (attributes, inner) => {
    const named = (inner.trim() || attributes.id || attributes.url || attributes['0'] || '').replace(/^=/, '')
    return paragraphOf(/^https?:/.test(named) || named === '' ? named : `${site}${named}`)
  }
}

/** Code, whose text WordPress may have kept as entities. */
function codeIn(language?: string): Shortcode {
  return (attributes, inner) => {
    const name = attributes.language ?? attributes.lang ?? language
    return `\n\n<pre${name ? ` data-language="${escapeHtml(name)}"` : ''}>${inner.replace(/<br\s*\/?>\n?/g, '\n')}</pre>\n\n`
  }
}

const languages = ['php', 'css', 'html', 'javascript', 'js', 'python', 'java', 'ruby', 'sql', 'bash', 'xml']

/** What is inside is shown as it is. */
const raw = new Set(['code', 'sourcecode', ...languages])

const known: ReadonlyMap<string, Shortcode> = new Map<string, Shortcode>([
  ['caption', caption],
  ['wp_caption', caption],
  ['gallery', gallery],
  ['embed', link],
  ['audio', link],
  ['video', link],
  ['youtube', videoOf('https://www.youtube.com/watch?v=')],
  ['vimeo', videoOf('https://vimeo.com/')],
  ['gist', videoOf('https://gist.github.com/')],
  ['code', codeIn()],
  ['sourcecode', codeIn()],
  ...languages.map((name) => [name, codeIn(name)] as const),
])
