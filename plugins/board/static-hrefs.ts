import { join, relative, sep } from 'node:path'
import type { BoardHrefs } from '../../src/board/board-data.ts'
import type { Opened } from '../../src/open.ts'

/**
 * Addresses from a board that lies on the disk: the site itself for live posts, files where they are.
 * @param out absolute path of the board's folder
 */
export function staticHrefs(root: string, out: string, { calendar }: Opened): BoardHrefs {
  const fileHref = (path: string) =>
    relative(join(out, 'view'), join(root, path)).split(sep).map(encodeURIComponent).join('/')
  return {
    page: ({ state, path }) => (state === 'live' ? encodeURI(calendar.plan.site.url + path) : undefined),
    file: fileHref,
    image: fileHref,
  }
}
