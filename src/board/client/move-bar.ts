const words = document.createElement('p')
words.setAttribute('role', 'status')
/** What is said at the foot of the page. */
export const bar = document.createElement('section')
bar.className = 'move-bar'
bar.setAttribute('aria-label', 'Moves')
bar.append(words)
document.body.append(bar)

/** Says something at the foot of the page; words in backticks are code. */
export function say(text: string, isRefusal = false, ...buttons: HTMLElement[]): void {
  const parts = text.split('`').map((part, index) => {
    if (index % 2 === 0) return part
    const code = document.createElement('code')
    code.textContent = part
    return code
  })
  words.replaceChildren(...parts)
  bar.classList.toggle('refused', isRefusal)
  bar.replaceChildren(words, ...buttons)
  bar.classList.add('shown')
}

/** A button that does something. */
export function button(text: string, press: () => void): HTMLButtonElement {
  const made = document.createElement('button')
  made.type = 'button'
  made.textContent = text
  made.addEventListener('click', press)
  return made
}

/** Says nothing any more. */
export function hush(): void {
  words.replaceChildren()
  bar.replaceChildren(words)
  bar.classList.remove('shown', 'refused')
}
