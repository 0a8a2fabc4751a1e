/**
 * Waits for the first use of the search and loads it then: all that a page carries which nobody searches. Keys are `/` outside of
 * fields, Ctrl+K and ⌘K anywhere.
 */
const dialog = document.querySelector('.search-dialog') as HTMLDialogElement
const field = dialog.querySelector('input') as HTMLInputElement
const ownField = document.querySelector<HTMLInputElement>('[data-search=page] input')
let isLoaded = false

function load() {
  if (isLoaded) return
  isLoaded = true
  import(/* @vite-ignore */ dialog.dataset.script as string).catch(() => {
    isLoaded = false
    for (const status of document.querySelectorAll('.found [role=status]'))
      status.textContent = 'The search could not be loaded. Check your connection and try again.'
  })
}

function open(event: Event) {
  event.preventDefault()
  load()
  if (!ownField && !dialog.open) dialog.showModal()
  const wanted = ownField ?? field
  wanted.focus()
  wanted.select()
}

function isField(target: EventTarget | null) {
  return (target as HTMLElement).isContentEditable || (target as Element).matches('input, textarea, select')
}

document.addEventListener('keydown', (event) => {
  const { key, target, altKey } = event
  const isAsked = event.ctrlKey || event.metaKey ? key === 'k' : key === '/' && !isField(target)
  if (isAsked && !altKey) open(event)
})

document.addEventListener('click', (event) => {
  const link = (event.target as Element).closest('a')
  const isPlain = !(event.ctrlKey || event.metaKey || event.shiftKey || event.altKey)
  if (link?.href === field.form?.action && isPlain) open(event)
})

document.addEventListener('focusin', ({ target }) => {
  if ((target as Element).matches('[data-search] input')) load()
})

if (ownField && location.search) load()
