import type { Handle } from 'hast-util-to-mdast'

/** Elements of our own, which stand for footnotes until the Markdown is written; `id` names one. */
export const footnoteMark = 'x-footnote-mark'
export const footnoteText = 'x-footnote-text'

const mark: Handle = (_state, { properties }) => ({
  type: 'footnoteReference',
  identifier: String(properties.id),
  label: String(properties.id),
})

const text: Handle = (state, element) => ({
  type: 'footnoteDefinition',
  identifier: String(element.properties.id),
  label: String(element.properties.id),
  children: state.toFlow(state.all(element)),
})

export const footnoteHandlers: Readonly<Record<string, Handle>> = {
  [footnoteMark]: mark,
  [footnoteText]: text,
}
