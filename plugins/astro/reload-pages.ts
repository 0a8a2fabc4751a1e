import type { ViteDevServer } from 'vite'
import { onSaved } from './run.ts'

let stop: (() => void) | undefined

/** Has browsers load their page again after a save. Astro does so only half a second after its store changed. */
export function reloadPages({ ws }: ViteDevServer): void {
  stop?.()
  stop = onSaved(() => ws.send({ type: 'full-reload', path: '*' }))
}
