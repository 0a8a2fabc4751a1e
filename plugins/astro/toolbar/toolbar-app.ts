import type { DevToolbarAppEntry } from 'astro'
import { codeEnding } from '../package-root.ts'

/** The app as Astro's toolbar knows it: a page, the words that are meant in it, and a mark below them. */
export const toolbarApp: DevToolbarAppEntry = {
  id: 'coldread',
  name: 'Coldread',
  icon: '<svg viewBox="0 0 20 20" fill="none" stroke="#fff" stroke-width="1.8" stroke-linecap="round"><path d="M3 4h14M3 8.5h9M3 16h6"/><path d="M3 12.3h13" stroke="#ffed85" stroke-width="3.4"/></svg>',
  entrypoint: new URL(`./app${codeEnding}`, import.meta.url),
}
