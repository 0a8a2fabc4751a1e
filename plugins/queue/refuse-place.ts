import { realpathSync } from 'node:fs'
import { basename, dirname, join, resolve, sep } from 'node:path'
import { siteAround } from '../astro/site-around.ts'
import { QueueRefusal } from './queue-refusal.ts'

/**
 * Keeps what is not public yet out of built sites, and out of what people write.
 * @param root absolute path of the folder that holds `content/`
 * @param out the folder that files are to be written into
 */
export function refusePlace(root: string, out: string): void {
  const folder = realPlace(resolve(out))
  const site = siteAround(realPlace(root), join(folder, 'file'))
  if (site !== undefined)
    throw new QueueRefusal(
      `${out} lies in ${site}, which everybody can read once it is published. Nothing was written. Name a place elsewhere with --out.`,
    )
  const content = realPlace(join(root, 'content'))
  if (folder === content || folder.startsWith(content + sep))
    throw new QueueRefusal(
      `${out} lies in content/, which holds what you write. Nothing was written. Name a place elsewhere with --out.`,
    )
}

/** Where a path leads, as far as it is there. */
function realPlace(path: string): string {
  try {
    return realpathSync(path)
  } catch {
    const above = dirname(path)
    return above === path ? path : join(realPlace(above), basename(path))
  }
}
