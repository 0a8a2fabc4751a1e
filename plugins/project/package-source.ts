import { existsSync, readFileSync } from 'node:fs'
import { join, relative, resolve, sep } from 'node:path'
import { packageRoot } from '../astro/package-root.ts'

/**
 * What npm installs Coldread from, as `package.json` names it.
 * @param asked a version, an address, or the path of a package file; by default the version that runs
 * @param folder absolute path of the folder of that `package.json`
 */
export function sourceOf(asked: string | undefined, folder: string): string {
  if (asked === undefined) return packageVersion()
  const file = resolve(asked)
  return existsSync(file) ? `file:${relative(folder, file).split(sep).join('/')}` : asked
}

/** Why npm could not install Coldread from there, in a sentence; undefined where nothing speaks against it. */
export function sourceProblem(asked: string | undefined): string | undefined {
  if (asked === undefined || existsSync(resolve(asked)) || /^[a-z+]+:/i.test(asked)) return undefined
  if (!/^[./~\\]|\.t(?:ar\.)?gz$/.test(asked)) return undefined
  return `--from: there is no ${asked}. Name a file that npm pack wrote, a version, or the address of a package.`
}

/** The version of this package. */
function packageVersion(): string {
  return (JSON.parse(readFileSync(join(packageRoot, 'package.json'), 'utf8')) as { version: string }).version
}
