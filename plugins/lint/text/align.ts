/**
 * For each offset of a text that was read from a source (with escapes, entities, folded lines, indentation), the
 * offset in the source. Works on Markdown and YAML alike; where the two cannot be brought together, the last offset
 * that could be is repeated.
 * @param start where in the source the text begins
 * @param end where it ends
 * @returns one offset for each UTF-16 unit of the text, and one for its end
 */
export function align(text: string, source: string, start: number, end: number): Int32Array {
  const offsets = new Int32Array(text.length + 1)
  let at = start
  for (let i = 0; i < text.length; i++) {
    const unit = text[i] as string
    const isSpace = /\s/.test(unit)
    let probe = at
    while (probe < end && source[probe] !== unit) {
      if (source[probe] === '&') {
        const entity = /^&#?\w{1,32};/.exec(source.slice(probe, probe + 40))
        if (entity) break
      }
      if (isSpace && /\s/.test(source[probe] as string)) break
      if (!/[\s\\>"'|+-]/.test(source[probe] as string)) {
        probe = end
        break
      }
      probe++
    }
    if (probe >= end) {
      offsets[i] = at
      continue
    }
    offsets[i] = probe
    const entity =
      source[probe] === '&' && unit !== '&' ? /^&#?\w{1,32};/.exec(source.slice(probe, probe + 40)) : null
    if (entity) {
      at = probe + entity[0].length
      if (/[\ud800-\udbff]/.test(unit)) offsets[++i] = probe
    } else at = probe + (unit === '&' ? (/^&amp;/.exec(source.slice(probe, probe + 5))?.[0].length ?? 1) : 1)
  }
  offsets[text.length] = at
  return offsets
}
