/**
 * Changes the parts of a Markdown text that are no code: fenced blocks and words between backticks stay. A part may begin and end
 * anywhere; what spans code is changed part by part.
 */
export function outsideCode(
  text: string,
  change: (part: string) => string,
  inCode = (code: string) => code,
): string {
  let changed = ''
  let from = 0
  for (const [start, end] of codeRanges(text)) {
    changed += change(text.slice(from, start)) + inCode(text.slice(start, end))
    from = end
  }
  return changed + change(text.slice(from))
}

/** Where code stands in a Markdown text, as UTF-16 offsets, in order. */
export function codeRanges(text: string): [number, number][] {
  const ranges: [number, number][] = []
  const fence = /^[ \t>]*(?:[-*+] |\d+[.)] )?[ \t]*(`{3,}|~{3,})([^\n]*)$/gm
  let from = 0
  for (let open = fence.exec(text); open; open = fence.exec(text)) {
    const [line, marks = '', info = ''] = open
    if (marks[0] === '`' && info.includes('`')) continue
    addInline(text, from, open.index, ranges)
    const closing = new RegExp(`^[ \\t>]*\\${marks[0]}{${marks.length},}[ \\t]*$`, 'gm')
    closing.lastIndex = open.index + line.length
    const end = closing.exec(text)
    from = end ? end.index + end[0].length : text.length
    ranges.push([open.index, from])
    fence.lastIndex = from
  }
  addInline(text, from, text.length, ranges)
  return ranges
}

function addInline(text: string, from: number, to: number, ranges: [number, number][]): void {
  const run = /`+/g
  run.lastIndex = from
  const runs: [number, string][] = []
  for (let found = run.exec(text); found && found.index < to; found = run.exec(text))
    runs.push([found.index, found[0]])
  for (let index = 0; index < runs.length; index++) {
    const [start, marks] = runs[index] as [number, string]
    if (text[start - 1] === '\\') continue
    // Far ends are not looked for: a text of nothing but backticks would take for ever.
    const close = runs.findIndex(([, other], at) => at > index && at < index + 200 && other === marks)
    const [end = 0] = runs[close] ?? []
    if (close === -1 || /\n[ \t]*\n/.test(text.slice(start, end))) continue
    ranges.push([start, end + marks.length])
    index = close
  }
}
