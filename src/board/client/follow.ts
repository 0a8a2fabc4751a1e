// Shows the page anew after every save, says what keeps it from that, and opens files in the editor without leaving it.
const saves = new EventSource('../saves')
saves.onmessage = ({ data }) => {
  const faults = JSON.parse(data) as string[]
  if (faults.length === 0) location.reload()
  else say(['The board stays as it was until this is mended:', ...faults].join('\n'))
}
addEventListener('pagehide', () => saves.close())

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
