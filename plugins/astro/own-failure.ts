import { existsSync } from 'node:fs'
import { join, relative, resolve, sep } from 'node:path'
import { stripVTControlCharacters } from 'node:util'
import { packageRoot } from './package-root.ts'

/** A project's own configuration, page or component keeps its site from being built. */
export class OwnFailure extends Error {}

/** Says in words what Astro met, and where. */
export function ownFailure(error: unknown, project: string): OwnFailure {
  const { message, id, loc, hint } = error as Error & {
    id?: string
    loc?: { file?: string; line?: number; column?: number }
    hint?: string
  }
  const file = loc?.file ?? id
  const place = file === undefined ? '' : `${ownName(file, project)}${loc?.line ? `:${loc.line}` : ''}\n`
  return new OwnFailure(
    [
      `${place}Astro could not build the site: ${plainWords(message, project)}`,
      ...(hint ? [hint] : []),
      'The site stays as it was. What a project has below src/ takes the place of ours: see whether it still fits.',
    ].join('\n'),
    { cause: error },
  )
}

/** Astro names some pages of a project as if they stood among ours. */
function ownName(file: string, project: string): string {
  const below = relative(packageRoot, resolve(project, file))
  return existsSync(join(project, below)) ? below : relative(project, resolve(project, file))
}

/** A message without colors and calls, that names files of a project as its people do. */
function plainWords(message: string, project: string): string {
  return stripVTControlCharacters(message)
    .split('\n')
    .filter((line) => !/^\s+at .*(?:file:\/\/|node:|\(\/|\(\w:).*:\d+:\d+\)?$/.test(line))
    .join('\n')
    .replaceAll(project + sep, '')
    .replaceAll(`${relative(packageRoot, project)}${sep}`, '')
    .trimEnd()
}
