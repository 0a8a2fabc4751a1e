/** A text in which parts are hidden behind marks, and how they come back. */
export interface Protected {
  text: string
  restore(text: string): string
}

/** A part that is hidden: one mark of private characters around its number. */
export const mark = /\ue000(\d+)\ue001/g

/**
 * Hides what must not be touched: code, scripts, styles and comments with all that is in them, and where `tags` is set every
 * other tag too.
 */
export function protect(html: string, { tags }: { tags: boolean }): Protected {
  const hidden: string[] = []
  const source = html.replace(/[\ue000\ue001]/g, '')
  const starts = tags
    ? /<(?:(pre|code|script|style|textarea)\b|(!--)|[a-z/][^<>]*>)/gi
    : /<(?:(pre|script|style|textarea|svg|math)\b|(!--))/gi
  /** Ends that are nowhere ahead, so that none is looked for twice. */
  const missing = new Set<string>()
  let text = ''
  let from = 0
  for (let match = starts.exec(source); match; match = starts.exec(source)) {
    const end = endOf(match, source, missing)
    if (end === undefined) continue
    text += `${source.slice(from, match.index)}\ue000${hidden.push(source.slice(match.index, end)) - 1}\ue001`
    from = end
    starts.lastIndex = end
  }
  text += source.slice(from)
  return {
    text,
    restore: (marked) => marked.replace(mark, (_all, index: string) => hidden[Number(index)] ?? ''),
  }
}

function endOf(match: RegExpExecArray, source: string, missing: Set<string>): number | undefined {
  const [all, name, comment] = match
  const closing = comment ? '-->' : name && `</${name.toLowerCase()}`
  if (!closing) return match.index + all.length
  if (missing.has(closing)) return undefined
  const finder = new RegExp(`${closing}${comment ? '' : '\\s*>'}`, 'gi')
  finder.lastIndex = match.index
  const found = finder.exec(source)
  if (!found) missing.add(closing)
  return found ? found.index + found[0].length : undefined
}
