/** Code of a template: Liquid, Nunjucks and shortcodes of Hugo; with what some of them hold, which is code too. */
const code =
  /\{%-?\s*(highlight|raw|comment|capture|mermaid)\b[^]*?\{%-?\s*end\1\s*-?%\}|\{\{[<%]\s*(highlight|mermaid|math)\b[^]*?\{\{[<%]\s*\/\s*\2\s*[%>]\}\}|\{%[^]*?%\}|\{\{[^]*?\}\}|\{#[^]*?#\}/g

/** What a template leads to: `{% post_url 2019-03-04-tea %}`, `{% link _posts/tea.md %}`, `{{< ref "tea.md" >}}`, `{{ '/tea/' | relative_url }}`. */
const leading =
  /\{%-?\s*(?:post_url|link)\s+["']?([^\s"'%]+)["']?\s*-?%\}|\{\{[<%]\s*(?:rel)?ref\s+(?:path=)?["'`]([^"'`]+)["'`][^]*?[%>]\}\}|\{\{-?\s*["']([^"']+)["']\s*\|\s*(?:relative_url|absolute_url|url|prepend)\b[^]*?\}\}/g

/**
 * A text without the code of its template, which is no prose; each sign gives way to a space and lines stay, so that all
 * places do. Inside a link's brackets an address of the same length takes its place, so that the link stays one.
 * @param isTemplate false for MDX, where braces are something else
 */
export function withoutTemplates(text: string): string {
  if (!/\{[{%#]/.test(text)) return text
  return text.replace(code, (written, _a, _b, offset: number) => {
    const before = text[offset - 1]
    const isAddress = (before === '(' || before === '"' || before === "'") && !written.includes('\n')
    return isAddress ? `#${'-'.repeat(written.length - 1)}` : written.replace(/[^\r\n]/g, ' ')
  })
}

/** What the template's code in a text leads to, as written: names of files, of posts, addresses. */
export function templateLinks(text: string): string[] {
  if (!/\{[{%]/.test(text)) return []
  return Array.from(text.matchAll(leading), ([, jekyll, hugo, filtered]) => jekyll ?? hugo ?? filtered ?? '')
}
