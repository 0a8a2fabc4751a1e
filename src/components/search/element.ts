/** Makes an element with its attributes and what is in it. */
export function element<T extends keyof HTMLElementTagNameMap>(
  tag: T,
  attributes: Readonly<Record<string, string>> = {},
  ...inside: (Node | string)[]
): HTMLElementTagNameMap[T] {
  const made = document.createElement(tag)
  setAttributes(made, attributes)
  made.append(...inside)
  return made
}

/** Gives an element all of these attributes. */
export function setAttributes(to: Element, attributes: Readonly<Record<string, string>>): void {
  for (const [name, value] of Object.entries(attributes)) to.setAttribute(name, value)
}
