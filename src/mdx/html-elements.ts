/**
 * The HTML that a post may hold: what says something that Markdown cannot (a keystroke, an abbreviation, a table
 * with joined cells, words in another language), and what pasted text often brings along. Nothing that runs, loads,
 * submits or embeds; no headings, pictures or code blocks, since ids, sizes and scrolling come with Markdown's own.
 */
const inline =
  'a abbr b bdi bdo br cite code del dfn em i ins kbd mark q s samp small span strong sub sup time u var wbr'
const block =
  'blockquote caption col colgroup dd details div dl dt figcaption figure hr li ol p summary table tbody td tfoot th thead tr ul'

const everywhere = ['class', 'dir', 'id', 'lang', 'title']
const attributes: Readonly<Record<string, readonly string[]>> = {
  a: ['href', 'hreflang', 'rel'],
  blockquote: ['cite'],
  col: ['span'],
  colgroup: ['span'],
  del: ['cite', 'datetime'],
  details: ['name', 'open'],
  ins: ['cite', 'datetime'],
  li: ['value'],
  ol: ['reversed', 'start', 'type'],
  q: ['cite'],
  td: ['colspan', 'headers', 'rowspan'],
  th: ['abbr', 'colspan', 'headers', 'rowspan', 'scope'],
  time: ['datetime'],
}

export interface HtmlElement {
  /** Whether it stands within a sentence. */
  isInline: boolean
  /** Whether it holds no paragraphs: the ones that Markdown makes in it are taken away. */
  holdsWords: boolean
  attributes: ReadonlySet<string>
}

/** The HTML elements that a post may hold, by name. */
export const htmlElements: ReadonlyMap<string, HtmlElement> = new Map(
  [inline, block].flatMap((names, index) =>
    names.split(' ').map((name) => {
      const isInline = index === 0
      const holdsWords = isInline ? !['a', 'del', 'ins'].includes(name) : ['p', 'summary'].includes(name)
      return [
        name,
        { isInline, holdsWords, attributes: new Set([...everywhere, ...(attributes[name] ?? [])]) },
      ]
    }),
  ),
)

/** What to write for some of the elements that a post may not hold. */
export const insteadOf: ReadonlyMap<string, string> = new Map([
  ...['h2', 'h3', 'h4', 'h5', 'h6'].map(
    (name) => [name, `write \`${'#'.repeat(Number(name[1]))} Words\``] as const,
  ),
  ['h1', 'write `## Words`: the title is the only h1'],
  ['img', 'write `![what it shows](./picture.png)`, or `<Figure>` for one with a caption'],
  ['pre', 'put the code between lines of three backticks'],
  ['center', 'leave the tags out'],
  ['font', 'leave the tags out'],
  ['strike', 'write `~~words~~`'],
  ['tt', 'put the words between backticks'],
  ['iframe', 'link to the page instead'],
  ['video', 'link to it instead'],
  ['audio', 'link to it instead'],
  ['script', 'delete it: what should run belongs to a component in `src/components/mdx/`'],
  ['style', 'delete it: looks belong to the site'],
])
