import { z } from 'zod'
import { builtInNamed } from '../mdx/components.ts'

/** What a button of the form puts around the words that are chosen in a body. */
export interface ComponentMark {
  label: string
  before: string
  after: string
}

/** A button for every component. @param names of the components that a site has */
export function componentMarks(names: readonly string[]): ComponentMark[] {
  return names.map((label) => {
    const known = builtInNamed(label)
    const { shape } = known?.props ?? z.object({})
    const props = Object.entries(shape as Record<string, z.ZodType>)
      .filter(([, prop]) => !(prop instanceof z.ZodOptional))
      .map(([name, prop]) => ` ${name}="${prop instanceof z.ZodDefault ? prop.parse(undefined) : ''}"`)
      .join('')
    // What shows a picture holds no words.
    if ('src' in shape) return { label, before: `<${label}${props} />`, after: '' }
    const edge = known?.isInline ? '' : '\n\n'
    return { label, before: `<${label}${props}>${edge}`, after: `${edge}</${label}>` }
  })
}
