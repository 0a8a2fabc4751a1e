// Shows the page anew after every save, and opens files in the editor without leaving it.
const saves = new EventSource('../saves')
saves.onmessage = () => location.reload()
addEventListener('pagehide', () => saves.close())

addEventListener('click', (event) => {
  const link = (event.target as Element).closest<HTMLAnchorElement>('a[href*="/__open-in-editor?"]')
  if (!link || event.defaultPrevented) return
  event.preventDefault()
  void fetch(link.href)
})

export {}
