import { fileURLToPath } from 'node:url'

/** Where this package stands: Astro's own root, with pages and configuration. */
export const packageRoot = fileURLToPath(new URL('../../', import.meta.url))
