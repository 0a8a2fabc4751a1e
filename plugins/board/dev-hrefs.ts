import { join } from 'node:path'
import type { BoardHrefs } from '../../src/board/board-data.ts'
import type { Run } from '../astro/run.ts'

const mediaFolder = 'files/'

/** Addresses from a board that is shown beside the site while somebody writes: files open in the editor. */
export function devHrefs({ root, opened }: Pick<Run, 'root' | 'opened'>): BoardHrefs {
  const base = new URL(opened.calendar.plan.site.url).pathname.replace(/\/$/, '')
  return {
    page: (post) => (opened.isShown(post) ? encodeURI(base + post.path) : undefined),
    file: (path, line = 1, column = 1) =>
      `${base}/__open-in-editor?file=${encodeURIComponent(`${join(root, path)}:${line}:${column}`)}`,
    image: (path) => `../${mediaFolder}${path.split('/').map(encodeURIComponent).join('/')}`,
  }
}

/**
 * The file on the disk that an address of {@link devHrefs} shows; undefined for anything but pictures of the content.
 * @param rest the address below the board's, encoded
 */
export function mediaOf(rest: string, { root, opened }: Pick<Run, 'root' | 'opened'>): string | undefined {
  if (!rest.startsWith(mediaFolder)) return undefined
  try {
    const path = decodeURIComponent(rest.slice(mediaFolder.length))
    return opened.sources.assets.has(path) ? join(root, path) : undefined
  } catch {
    return undefined
  }
}
