import { existsSync, lstatSync, realpathSync } from 'node:fs'
import { dirname, relative, sep } from 'node:path'
import { ContentFaults } from '../astro/content-faults.ts'

/** A link below the folder may lead out of it: nothing is written there. */
export function refuseOutside(root: string, path: string): void {
  if (!existsSync(root)) return
  let above = lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink() ? path : dirname(path)
  while (!lstatSync(above, { throwIfNoEntry: false })) above = dirname(above)
  const home = realpathSync(root)
  const real = existsSync(above) ? realpathSync(above) : undefined
  if (real === home || real?.startsWith(home + sep)) return
  const file = relative(root, above).split(sep).join('/')
  throw new ContentFaults([
    {
      ...{ file, line: 1, column: 1, what: 'a link that leads out of the folder' },
      mend: 'put a folder or a file in its place, and adopt again',
    },
  ])
}
