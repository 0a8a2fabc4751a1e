import { existsSync } from 'node:fs'
import { join, relative, sep } from 'node:path'
import type { Plugin } from 'vite'
import { ownComponents } from '../../src/own-files.ts'
import { ownPageFor } from './own-pages.ts'
import { packageRoot } from './package-root.ts'

const ours = join(packageRoot, 'src')
const componentsModule = 'virtual:coldread/own-components'

/**
 * Lets a file below a project's `src/` take the place of ours of the same path: pages, layouts, components, styles. It may import
 * its neighbors as if all of ours stood beside it, and the one that it replaces as `coldread/src/…`.
 * @param project absolute path of the Astro project
 */
export function ownCode(project: string): Plugin {
  const own = join(project, 'src')
  const replacementOf = (file: string): string | undefined => {
    const replacement = join(own, relative(ours, file))
    if (existsSync(replacement)) return replacement
    return isBelow(join(ours, 'pages'), file) ? ownPageFor(project, file) : undefined
  }
  return {
    name: 'coldread-own-code',
    enforce: 'pre',
    async resolveId(source, importer, options) {
      if (source === componentsModule) return `\0${source}`
      if (project === packageRoot || source.startsWith('\0')) return
      const asked = { ...options, skipSelf: true }
      const found = await this.resolve(source, importer, asked)
      if (!found && importer && source.startsWith('.') && isBelow(own, importer))
        return this.resolve(source, join(ours, relative(own, importer)), asked)
      // Some package managers hide from a project what its packages need.
      if (!found && /^[\w@]/.test(source))
        return this.resolve(source, join(packageRoot, 'package.json'), asked)
      if (!found || !isBelow(ours, found.id)) return found
      const [file = '', query] = found.id.split('?', 2)
      const replacement = replacementOf(file)
      if (replacement === undefined || importer?.split('?', 1)[0] === replacement) return found
      return { ...found, id: query === undefined ? replacement : `${replacement}?${query}` }
    },
    load(id) {
      if (id !== `\0${componentsModule}`) return
      return addedComponents(project)
        .map(
          (name) =>
            `export { default as ${name} } from ${JSON.stringify(join(own, 'components/mdx', `${name}.astro`))}\n`,
        )
        .join('')
    },
  }
}

/** Components for posts that only the project has. */
function addedComponents(project: string): string[] {
  if (project === packageRoot) return []
  return ownComponents(project).filter((name) => !existsSync(join(ours, 'components/mdx', `${name}.astro`)))
}

function isBelow(folder: string, id: string): boolean {
  return id.startsWith(folder + sep)
}
