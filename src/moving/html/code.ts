import type { Element, ElementContent } from 'hast'
import { hasClass, isElement, make, propertyOf, textOf } from './parse-html.ts'

/** Code between fences with its language, or lines of verse. */
export function shapeCode(element: Element): ElementContent[] {
  if (hasClass(element, 'wp-block-verse')) return [make('p', versesOf(element.children))]
  const language = languageOf(element)
  const value = textWithBreaks(element).replace(/^\n|\n$/g, '')
  if (value.trim() === '') return []
  const properties = language ? { className: [`language-${language}`] } : {}
  return [make('pre', [make('code', [{ type: 'text', value: `${value}\n` }], properties)])]
}

function versesOf(children: readonly ElementContent[]): ElementContent[] {
  return children.flatMap((child): ElementContent[] =>
    child.type === 'text'
      ? child.value
          .trim()
          .split('\n')
          .flatMap((line, index) => [...(index > 0 ? [make('br', [])] : []), { type: 'text', value: line }])
      : [child],
  )
}

/** As plugins that color code name a language: a class of `pre` or `code`, or a property. */
function languageOf(element: Element): string | undefined {
  for (const each of [element, ...element.children.filter(isElement)]) {
    const named = ['dataLanguage', 'dataLang', 'dataEnlighterLanguage', 'lang'].map((name) =>
      propertyOf(each, name),
    )
    const classes = propertyOf(each, 'className') ?? ''
    const [, inClass] = /(?:^|\s)(?:lang(?:uage)?-|brush:\s*)([\w+#.-]+)/.exec(classes) ?? []
    const found = [inClass, ...named].find((name) => name && /^[\w+#.-]{1,30}$/.test(name))
    if (found) return found.toLowerCase()
  }
  return undefined
}

function textWithBreaks(element: Element): string {
  return element.children
    .map((child) => {
      if (!isElement(child)) return textOf(child)
      return child.tagName === 'br' ? '\n' : textWithBreaks(child)
    })
    .join('')
}
