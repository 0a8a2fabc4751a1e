import { Parser } from 'htmlparser2'

/** A tag of HTML, or a comment, as it stands in a text. */
export interface HtmlTag {
  from: number
  to: number
  /** As written; `!` for comments and all else that begins with `<!` or `<?`. */
  name: string
  isEnd: boolean
  isWhole: boolean
  attributes: Readonly<Record<string, string>>
}

const voids = new Set('area base br col embed hr img input link meta param source track wbr'.split(' '))
const tag = /<!--[\s\S]*?(?:-->|$)|<[!?][^>]*>?|<(\/?)([a-zA-Z][\w.:-]*)((?:[^"'>]|"[^"]*"|'[^']*')*?)(\/?)>/g

/** The tags of a piece of HTML, in order. */
export function htmlTags(html: string): HtmlTag[] {
  return [...html.matchAll(tag)].map((match) => {
    const [written, slash, name = '!', inside = '', whole] = match
    return {
      from: match.index,
      to: match.index + written.length,
      name: /[A-Z]/.test(name) && !/^[A-Z]+\d?$/.test(name) ? name : name.toLowerCase(),
      isEnd: slash === '/',
      isWhole: whole === '/' || voids.has(name.toLowerCase()) || name === '!',
      attributes: attributesOf(inside),
    }
  })
}

/** Whether every tag that opens is closed, in order. */
export function isBalanced(tags: readonly HtmlTag[]): boolean {
  const open: string[] = []
  for (const { name, isEnd, isWhole } of tags) {
    if (isWhole) continue
    if (!isEnd) open.push(name)
    else if (open.pop() !== name) return false
  }
  return open.length === 0
}

function attributesOf(inside: string): Record<string, string> {
  const attributes: Record<string, string> = Object.create(null)
  if (inside.trim() === '') return attributes
  const parser = new Parser({
    onattribute(name, value) {
      attributes[name] ??= value
    },
  })
  parser.end(`<x ${inside}>`)
  return attributes
}
