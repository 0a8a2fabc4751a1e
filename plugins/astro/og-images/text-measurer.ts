import type { Node, Renderer } from 'takumi-js/node'
import type { Measure } from './set-text.ts'

/** Texts are measured at this size, in pixels, and scale from there. */
const measuredAt = 100

/**
 * Makes a function that measures texts as a renderer draws them, bold, on one line. Titles of a site share many words,
 * so each is measured once.
 */
export function textMeasurer(renderer: Renderer): (fontFamilies: string[], letterSpacing: number) => Measure {
  const known = new Map<string, number>()
  const column = { display: 'flex', flexDirection: 'column', alignItems: 'flex-start', whiteSpace: 'pre' }
  return (fontFamilies, letterSpacing) => {
    const fontFamily = fontFamilies.join(', ')
    const type = { fontSize: measuredAt, fontWeight: 700, letterSpacing: `${letterSpacing}em`, fontFamily }
    const keyOf = (text: string) => `${letterSpacing} ${fontFamily}: ${text}`
    return async (texts) => {
      const unknown = texts.filter((text) => !known.has(keyOf(text)))
      if (unknown.length > 0) {
        const children = unknown.map((text): Node => ({ type: 'text', text }))
        const tree: Node = { type: 'container', style: { ...column, ...type }, children }
        const measured = await renderer.measure(tree, { width: 1_000_000, fontFamilies })
        for (const [at, text] of unknown.entries())
          known.set(keyOf(text), (measured.children[at]?.width ?? 0) / measuredAt)
      }
      return texts.map((text) => known.get(keyOf(text)) ?? 0)
    }
  }
}
