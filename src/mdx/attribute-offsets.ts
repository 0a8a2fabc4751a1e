import type { Jsx } from './jsx.ts'

/**
 * Where each attribute of an element begins, as offsets into the source it was parsed from: Sätteri tells the places
 * of elements only. It has checked the tag, so names and values follow one another as in `attributes`.
 */
export function attributeOffsets({ name, attributes, position }: Jsx, source: string): number[] {
  let at = (position?.start.offset ?? 0) + 1
  const pass = (words: string) => {
    for (const mark of words) at = Math.max(at, source.indexOf(mark, at) + 1)
  }
  const next = () => at + Math.max(0, source.slice(at).search(/\S/))

  pass(name ?? '')
  return attributes.map((attribute) => {
    const offset = next()
    if (attribute.type === 'mdxJsxExpressionAttribute') pass(`{${attribute.value}}`)
    else {
      pass(attribute.name)
      if (typeof attribute.value === 'string') {
        pass('=')
        const quote = source[next()] ?? ''
        pass(quote)
        pass(quote)
      } else if (attribute.value) pass(`={${attribute.value.value}}`)
    }
    return offset
  })
}
