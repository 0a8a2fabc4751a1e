import type { MdastNode } from 'satteri'
import { propsOf } from '../../../../src/mdx/jsx.ts'
import { defineTextRule } from '../../rule.ts'

/** Words that describe no picture, in lower case. */
const empty = new Set(
  'alt|alt text|chart|diagram|figure|graph|graphic|icon|illustration|image|image here|img|logo|photo|photograph|pic|picture|placeholder|screen shot|screenshot|thumbnail|todo|untitled'.split(
    '|',
  ),
)
const fileName = /^\S+\.(?:png|jpe?g|gif|webp|avif|svg|bmp|tiff?|heic)$/i
/** Names that cameras and programs give. */
const givenName =
  /^(?:img|dsc|dscn|pxl|screenshot|screen shot|image|photo|scan|mvimg)[-_ ]?\d[\d\s_.:-]*(?:at \d.*)?$/i

/** Flags pictures that are not described for those who cannot see them. */
export default defineTextRule({
  id: 'search-alt',
  summary: 'pictures without a description',
  why: 'Whoever cannot see a picture has the description instead. So have search engines, and everyone whose connection is slow.',
  level: 'warning',
  check(text, { report }) {
    const { pictures, definitions, source } = text
    const isPost = 'post' in text
    const judge = (node: MdastNode, alt: string | undefined, url: string, isHtml: boolean) => {
      const start = node.position?.start.offset
      const end = node.position?.end.offset
      if (start === undefined || end === undefined) return
      const words = alt?.trim().toLowerCase() ?? ''
      const at = { start, end }
      const quote = source.slice(start, end)
      const name = url.slice(url.lastIndexOf('/') + 1)
      if (words === '') {
        // In a post a tag without `alt` is a fault of the content.
        if (isHtml && (alt !== undefined || isPost)) return
        report({
          at,
          quote,
          message: `\`${shortened(name)}\` has no description; say what it shows${isHtml ? ' in `alt`' : ', as in `![A week with two marked days](…)`'}, for someone who cannot see it.`,
          because: isHtml
            ? 'no `alt`; an empty one says that the picture only decorates'
            : 'nothing between `![` and `]`',
        })
        return
      }
      if (!empty.has(words) && !fileName.test(words) && !givenName.test(words) && words !== bare(name)) return
      report({
        at,
        quote,
        message: `\`${alt}\` does not say what \`${shortened(name)}\` shows; describe it for someone who cannot see it.`,
        because: empty.has(words)
          ? `\`${words}\` in the list of words that describe nothing`
          : 'the name of a file',
      })
    }
    for (const node of pictures) {
      if (node.type === 'image') judge(node, node.alt ?? '', node.url, false)
      else if (node.type === 'imageReference')
        judge(node, node.alt ?? '', definitions.get(node.identifier) ?? node.identifier, false)
      else if (node.type === 'html') {
        if (!/<img\b/i.test(node.value)) continue
        for (const [tag] of node.value.matchAll(/<img\b[^>]*>/gi))
          judge(node, attribute(tag, 'alt'), attribute(tag, 'src') ?? '', true)
      } else if (node.name === 'img' || node.name === 'Figure') {
        const props = propsOf(node)
        const isUnknown = node.attributes.some(
          (each) =>
            each.type === 'mdxJsxExpressionAttribute' || (each.name === 'alt' && props.alt === undefined),
        )
        if (!isUnknown)
          judge(
            node,
            typeof props.alt === 'string' ? props.alt : undefined,
            String(props.src ?? node.name),
            true,
          )
      }
    }
  },
})

/** An attribute of a tag as written; empty where it has no value, undefined where it is not there. */
function attribute(tag: string, name: string): string | undefined {
  const found = new RegExp(`\\s${name}(?:\\s*=\\s*(?:"([^"]*)"|'([^']*)'|([^\\s>]+)))?(?=[\\s/>])`, 'i').exec(
    tag,
  )
  return found ? (found[1] ?? found[2] ?? found[3] ?? '') : undefined
}

/** A file's name without its ending. */
function bare(name: string): string {
  return name
    .toLowerCase()
    .replace(/[?#].*$/, '')
    .replace(/\.[a-z]+$/, '')
}

function shortened(name: string): string {
  return name.length <= 40 ? name || 'The picture' : `${name.slice(0, 39)}…`
}
