/** What stands behind the name of a shortcode or a tag. */
export interface TagWords {
  /** In order. */
  plain: string[]
  named: Readonly<Record<string, string>>
}

/** Reads `a "b c" d=e f="g h"`; quotes may be straight, or backticks as Hugo has them. */
export function readTagWords(written: string): TagWords {
  const plain: string[] = []
  const named: Record<string, string> = Object.create(null)
  const word = /(?:([\w-]+)\s*[=:]\s*)?(?:"((?:[^"\\]|\\.)*)"|'((?:[^'\\]|\\.)*)'|`([^`]*)`|([^\s"'`,]+))/g
  for (const [, name, double, single, raw, bare] of written.matchAll(word)) {
    const value = (double ?? single)?.replace(/\\(["'\\])/g, '$1') ?? raw ?? bare ?? ''
    if (name === undefined) plain.push(value)
    else named[name.toLowerCase()] = value
  }
  return { plain, named }
}

/** An image in Markdown, with words below it as its title. */
export function imageText(src: string, alt: string, caption: string | undefined): string {
  const title = caption ? ` "${caption.replace(/\s+/g, ' ').replace(/["\\]/g, '\\$&')}"` : ''
  return `![${alt.replace(/[[\]\\]/g, '\\$&')}](${/[\s()<>]/.test(src) ? `<${src.replace(/[<>\n]/g, '')}>` : src}${title})`
}

/** Code as a block that its own backticks cannot end. */
export function codeBlock(code: string, language = ''): string {
  const longest = Math.max(2, ...[...code.matchAll(/`+/g)].map(([run]) => run.length))
  const fence = '`'.repeat(longest + 1)
  return `${fence}${language}\n${code.replace(/^\n+|\s+$/g, '')}\n${fence}`
}
