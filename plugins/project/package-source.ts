import { existsSync, readFileSync } from 'node:fs'
import { join, relative, resolve, sep } from 'node:path'
import { codeEnding, packageRoot } from '../astro/package-root.ts'

/**
 * What npm installs Coldread from, as `package.json` names it.
 * @param asked a version, an address, or the path of a package file; by default what runs was installed from
 * @param folder absolute path of the folder of that `package.json`
 */
export function sourceOf(asked: string | undefined, folder: string): string {
  const from = asked ?? installedFrom()
  if (from === undefined) return packageVersion()
  const file = resolve(from)
  return existsSync(file) ? `file:${relative(folder, file).split(sep).join('/')}` : from
}

/** Why npm could not install Coldread from there, in a sentence; undefined where nothing speaks against it. */
export function sourceProblem(asked: string | undefined): string | undefined {
  if (asked === undefined && codeEnding === '.ts')
    return 'Say what npm installs Coldread from: npm pack writes a package, as in --from coldread-0.1.0.tgz'
  if (asked === undefined || existsSync(resolve(asked)) || /^[a-z+]+:/i.test(asked)) return undefined
  if (!/^[./~\\]|\.t(?:ar\.)?gz$/.test(asked)) return undefined
  return `--from: there is no ${asked}. Name a file that npm pack wrote, a version, or the address of a package.`
}

/** The file of the package that runs, where npm installed it from one: absolute path. */
function installedFrom(): string | undefined {
  const modules = join(packageRoot, '../..')
  try {
    const { packages } = JSON.parse(readFileSync(join(modules, '.package-lock.json'), 'utf8'))
    const { resolved } = packages['node_modules/coldread'] as { resolved: string }
    return resolved.startsWith('file:') ? join(modules, '..', resolved.slice('file:'.length)) : undefined
  } catch {
    return undefined
  }
}

/** The version of this package. */
function packageVersion(): string {
  return (JSON.parse(readFileSync(join(packageRoot, 'package.json'), 'utf8')) as { version: string }).version
}
