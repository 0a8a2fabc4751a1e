// Opens the meaning of a word beside it, by tap, click and Enter. Without this script the word's link leads to the
// meaning at the end of the page. Hovering is the browser's own (`interestfor`), or ours where it has none.

const hasHover = 'interestForElement' in HTMLAnchorElement.prototype

for (const word of document.querySelectorAll<HTMLAnchorElement>('.term')) {
  const meaning = document.getElementById(word.getAttribute('interestfor') as string) as HTMLElement
  // Browsers before 2024 have no popovers.
  if (!('popover' in meaning)) break

  const isOpen = () => meaning.matches(':popover-open')
  const open = () => isOpen() || meaning.showPopover({ source: word })
  let isSecondTap = false
  word.addEventListener('pointerdown', ({ pointerType }) => {
    isSecondTap = pointerType === 'touch' && isOpen()
  })
  word.addEventListener('click', (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return
    event.preventDefault()
    if (isSecondTap) meaning.hidePopover()
    else open()
    isSecondTap = false
  })

  if (hasHover) continue
  let timer: ReturnType<typeof setTimeout> | undefined
  const soon = (act: () => void, milliseconds: number) => (event: PointerEvent) => {
    clearTimeout(timer)
    if (event.pointerType === 'mouse') timer = setTimeout(act, milliseconds)
  }
  for (const each of [word, meaning]) {
    each.addEventListener('pointerenter', soon(open, 300))
    each.addEventListener(
      'pointerleave',
      soon(() => meaning.hidePopover(), 300),
    )
  }
}

export {}
