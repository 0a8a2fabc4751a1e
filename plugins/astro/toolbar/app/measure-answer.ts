/** A phone that many people have, in CSS pixels. */
export const phone = { width: 412, height: 823 } as const

/** Where an answer stands on a page, in pixels from its top. */
export interface Measured {
  top: number
  bottom: number
}

/** Lays the page out as wide as a phone, without its scripts, and measures its answer; undefined where it has none. */
export async function measureAnswer(): Promise<Measured | undefined> {
  const page = new DOMParser().parseFromString(await (await fetch(location.href)).text(), 'text/html')
  // What only a preview shows would push the answer down.
  for (const each of page.querySelectorAll('script, dialog, .preview')) each.remove()
  const frame = document.createElement('iframe')
  frame.setAttribute('sandbox', 'allow-same-origin')
  frame.inert = true
  frame.style.cssText = `position:fixed;inset:0 auto auto -9999px;border:0;width:${phone.width}px;height:${phone.height}px`
  frame.srcdoc = page.documentElement.outerHTML
  const loaded = new Promise((resolve) => frame.addEventListener('load', resolve, { once: true }))
  document.body.append(frame)
  await loaded
  const { top, bottom } = frame.contentDocument?.querySelector('.answer')?.getBoundingClientRect() ?? {}
  frame.remove()
  return top === undefined || bottom === undefined ? undefined : { top, bottom }
}
