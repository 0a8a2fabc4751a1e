import { nearest } from '../calendar/nearest.ts'
import { addressProblem } from './address-problem.ts'
import type { HtmlElement } from './html-elements.ts'
import { type Jsx, literalOf } from './jsx.ts'
import type { Problem } from './problem-at.ts'
import { quote } from './quote.ts'

const addresses = new Map<string, 'link' | 'image'>([
  ['href', 'link'],
  ['cite', 'link'],
  ['src', 'image'],
])

/**
 * What is wrong with an attribute whatever its component takes: code, a directive, markup, looks, an address that a
 * post cannot have; on an HTML element, also what that element does not take.
 * @param html the HTML element it stands on, undefined on a component
 */
export function attributeProblem(
  attribute: Jsx['attributes'][number],
  html: HtmlElement | undefined,
): Problem | undefined {
  if (attribute.type === 'mdxJsxExpressionAttribute') {
    return {
      what: `${quote(`{${attribute.value}}`)} is code`,
      mend: 'write each attribute by its name, as in `kind="tip"`',
    }
  }
  const { name } = attribute
  const value = literalOf(attribute)
  if (/^on./i.test(name)) return { what: `\`${name}\` would run code`, mend: 'delete it' }
  if (/^style$/i.test(name))
    return { what: '`style` is not for posts', mend: 'delete it: looks belong to the site' }
  if (/:|^srcdoc$|^dangerous|^innerhtml$|^__proto__$/i.test(name)) {
    return { what: `\`${name}\` is not for posts`, mend: 'delete it' }
  }
  if (html && !html.attributes.has(name)) {
    const meant = name === 'className' ? 'class' : nearest(name, html.attributes)
    return { what: `\`${name}\` is not for posts`, mend: meant ? `did you mean \`${meant}\`?` : 'delete it' }
  }
  if (value === undefined) {
    const { value: code } = attribute.value as { value: string }
    return { what: `${quote(`${name}={${code}}`)} is code`, mend: `write a value, as in \`${name}="words"\`` }
  }
  const kind = addresses.get(name)
  if (typeof value === 'string') return kind && addressProblem(value, kind)
  if (!html || (!kind && typeof value !== 'object')) return undefined
  return { what: `\`${name}\` cannot be \`${JSON.stringify(value)}\``, mend: `write \`${name}="words"\`` }
}
