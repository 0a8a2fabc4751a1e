import { existsSync, statSync } from 'node:fs'
import { join, sep } from 'node:path'
import { foreignIn } from '../plugins/astro/build-mark.ts'
import { UsageError } from './usage-error.ts'

/** A build replaces its folder whole, so there must be nothing in it but an earlier build. */
export function checkOut(root: string, out: string): void {
  const isIn = (inner: string, outer: string) => inner === outer || inner.startsWith(outer + sep)
  if (isIn(root, out) || isIn(process.cwd(), out))
    throw new UsageError(`--out ${out} holds the project itself; a build would replace it.`)
  if (isIn(out, join(root, 'content')))
    throw new UsageError(`--out ${out} is among the sources. Name another folder.`)
  if (existsSync(out) && !statSync(out).isDirectory())
    throw new UsageError(`${out} is a file. Name a folder with --out.`)
  const foreign = foreignIn(out)
  if (foreign.length > 0)
    throw new UsageError(
      `${out} holds what no build made: ${foreign.slice(0, 5).join(', ')}${foreign.length > 5 ? ', …' : ''}. ` +
        'A build would replace it: move it, or name another folder with --out.',
    )
}
