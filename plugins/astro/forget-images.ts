import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { packageRoot } from './package-root.ts'

/**
 * Has Astro list anew which images there are. Its list stands in the package and serves all blogs; a blog whose images are the same
 * as before would be made with that of the blog that came last.
 */
export function forgetImages(): void {
  rmSync(join(packageRoot, '.astro/content-assets.mjs'), { force: true })
}
