/** How code of a template begins and ends: Liquid and Nunjucks, shortcodes of Hugo, attributes of kramdown. */
const fences = [
  ['{%', '%}'],
  ['{{', '}}'],
  ['{#', '#}'],
  ['{:', '}'],
] as const

/** A place for a list of headings, as kramdown has it; its own words are not shown. */
const contents = /^[*+-] [^\n]*\n\{:\s?toc\b/gim

/** What such code may hold that is code too, up to its end. */
const holding = /^\{[{%][-<%]?\s*(highlight|raw|comment|capture|mermaid|math)\b/

/** What a template leads to: `{% post_url 2019-03-04-tea %}`, `{% link _posts/tea.md %}`; */
const jekyllLink = /^\{%-?\s*(?:post_url|link)\s+["']?([^\s"'%]+)/
/** `{{< ref "tea.md" >}}`, `{{% relref path="/blog/tea" %}}`; */
const hugoLink = /^\{\{[<%]\s*(?:rel)?ref\s+(?:path=)?["'`]([^"'`]+)/
/** `{{ '/tea/' | relative_url }}`. */
const filteredLink = /^\{\{-?\s*["']([^"']+)["']\s*\|\s*(?:relative_url|absolute_url|url|prepend)\b/

/**
 * A text without the code of its template, which is no prose; each sign gives way to a space and lines stay, so that all
 * places do. Inside a link's brackets an address of the same length takes its place, so that the link stays one.
 */
export function withoutTemplates(written: string): string {
  const text = written.replace(contents, (words) =>
    words.replace(/^[^\n]*/, (line) => ' '.repeat(line.length)),
  )
  const parts: string[] = []
  let done = 0
  for (const { start, end } of codeIn(text)) {
    const code = text.slice(start, end)
    parts.push(text.slice(done, start), insteadOf(code, text[start - 1], text[end]))
    done = end
  }
  return done === 0 ? text : parts.join('') + text.slice(done)
}

/** As many signs as some code has, which stand for it in prose or in an address. */
function insteadOf(code: string, before = ' ', after = ' '): string {
  if (!'("\''.includes(before) || code.includes('\n')) return code.replace(/[^\r\n]/g, ' ')
  // `{{ site.baseurl }}/tea/` leads to `/tea/`.
  return after === '/' ? '/'.repeat(code.length) : `#${'-'.repeat(code.length - 1)}`
}

/** What the template's code in a text leads to, as written: names of files, of posts, addresses. */
export function templateLinks(text: string): string[] {
  return Array.from(codeIn(text)).flatMap(({ start, end }) => {
    const code = text.slice(start, end)
    const [, to] = jekyllLink.exec(code) ?? hugoLink.exec(code) ?? filteredLink.exec(code) ?? []
    return to === undefined ? [] : [to]
  })
}

/** Where code stands, in order. Looks at each sign a few times at most, whatever the text. */
function* codeIn(text: string): Generator<{ start: number; end: number }> {
  const unclosed = new Set<string>()
  for (let at = text.indexOf('{'); at >= 0; at = text.indexOf('{', at)) {
    const fence = fences.find(([opening]) => text.startsWith(opening, at))
    const end = fence && !unclosed.has(fence[1]) ? text.indexOf(fence[1], at + 2) : -1
    if (!fence || end < 0) {
      if (fence) unclosed.add(fence[1])
      at++
      continue
    }
    const close = end + fence[1].length
    const [, name] = holding.exec(text.slice(at, Math.min(close, at + 40))) ?? []
    const behind = name === undefined || unclosed.has(name) ? undefined : behindEnd(text, name, close)
    if (name !== undefined && behind === undefined) unclosed.add(name)
    yield { start: at, end: behind ?? close }
    at = behind ?? close
  }
}

/** Offset behind `{% endname %}` or `{{< /name >}}`. */
function behindEnd(text: string, name: string, from: number): number | undefined {
  const ending = new RegExp(
    `\\{%-?\\s{0,9}end${name}\\s{0,9}-?%\\}|\\{\\{[<%]\\s{0,9}/\\s{0,9}${name}\\s{0,9}[%>]\\}\\}`,
    'g',
  )
  ending.lastIndex = from
  return ending.test(text) ? ending.lastIndex : undefined
}
