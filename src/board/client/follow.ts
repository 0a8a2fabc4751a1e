// Shows the page anew after every save, says what keeps it from that, and opens files in the editor without leaving it.
/** Names what this page shows. */
const shown = document.querySelector<HTMLMetaElement>('meta[name="board-state"]')?.content ?? ''
let saves: EventSource | undefined

/** A browser holds few connections to one host for all of its pages, so only pages that are looked at follow. */
function follow(): void {
  saves?.close()
  saves = undefined
  if (document.hidden) return
  saves = new EventSource(`../saves?shown=${shown}`)
  saves.onmessage = ({ data }) => {
    const faults = JSON.parse(data) as string[]
    if (faults.length === 0) location.reload()
    else say(['The board stays as it was until this is mended:', ...faults].join('\n'))
  }
}
follow()
addEventListener('visibilitychange', follow)
addEventListener('pagehide', () => saves?.close())

addEventListener('click', (event) => {
  const link = (event.target as Element).closest<HTMLAnchorElement>('a[href*="/__open-in-editor?"]')
  if (!link || event.defaultPrevented) return
  event.preventDefault()
  void fetch(link.href)
})

function say(words: string): void {
  const note = document.querySelector('.stuck') ?? document.createElement('p')
  note.className = 'stuck'
  note.role = 'alert'
  note.textContent = words
  document.querySelector('main')?.prepend(note)
}

export {}
