import { calloutKind } from './callout.ts'
import type { Prepared } from './converted.ts'
import { codeRanges } from './outside-code.ts'

/** Turns Docusaurus' admonitions, `:::note` to `:::`, into callouts. One of an unknown kind becomes a note. */
export function plainAdmonitions(text: string): Prepared {
  const code = codeRanges(text)
  const changed = new Set<string>()
  const open: number[] = []
  let offset = 0
  const lines = text.split('\n').map((line) => {
    const at = offset
    offset += line.length + 1
    if (code.some(([from, to]) => from <= at && at < to)) return line
    const [, indent = '', colons = '', name, bracketed, bare] =
      /^([ \t]*)(:{3,})[ \t]*([a-z][\w-]*)?(?:\[([^\]\n]*)\]|[ \t]+([^\n{]+?))?[ \t]*(?:\{[^}\n]*\})?[ \t\r]*$/i.exec(
        line,
      ) ?? []
    if (name !== undefined) {
      open.push(colons.length)
      changed.add(`\`:::${name}\``)
      const title = (bracketed ?? bare)?.trim()
      const start = `${indent}<Callout kind="${calloutKind(name) ?? 'note'}">\n`
      return title ? `${start}\n${indent}**${title}**\n` : start
    }
    if (colons === '' || open.length === 0) return line
    open.pop()
    return `\n${indent}</Callout>`
  })
  // One that nobody ended ends with the text.
  lines.push(...open.map(() => '\n</Callout>\n'))
  return { text: lines.join('\n'), changed: [...changed], dropped: [] }
}
