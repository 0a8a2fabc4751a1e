import { existsSync, readdirSync } from 'node:fs'
import { join, relative } from 'node:path'

/** Astro's configuration, which makes a folder a project with files of its own. */
const configurations = ['mjs', 'js', 'ts', 'mts', 'cjs', 'cts'].map((ending) => `astro.config.${ending}`)

/** Is this folder an Astro project? Others are built with the project that comes with the package. */
export function isProject(root: string): boolean {
  return configurations.some((name) => existsSync(join(root, name)))
}

/** Files below a folder that end in one of these, as paths below that folder; none where there is no folder. */
function filesBelow(folder: string, endings: readonly string[]): string[] {
  if (!existsSync(folder)) return []
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && endings.some((ending) => entry.name.endsWith(ending)))
    .map(({ parentPath, name }) => relative(folder, join(parentPath, name)).replaceAll('\\', '/'))
    .sort()
}

/** Files of a folder of pages that Astro takes for pages, as paths below that folder. */
export function filesOfPages(folder: string, endings: readonly string[]): string[] {
  return filesBelow(folder, endings).filter((file) => !/(?:^|\/)(?:_|\.(?!well-known\/))/.test(file))
}

/** Paths of the pages that a project adds, below the site's address: `/prices/`. Pages made from data are not known before. */
export function ownPages(root: string): string[] {
  if (!isProject(root)) return []
  return filesOfPages(join(root, 'src/pages'), ['.astro', '.md', '.mdx', '.html'])
    .filter((file) => !file.includes('['))
    .map((file) => `/${file.replace(/\.\w+$/, '/').replace(/(^|\/)index\/$/, '$1')}`)
    .filter((path) => path !== '/404/' && path !== '/500/')
}

/** Names of the components that a project adds for its posts. */
export function ownComponents(root: string): string[] {
  if (!isProject(root)) return []
  return filesBelow(join(root, 'src/components/mdx'), ['.astro'])
    .map((file) => file.slice(0, -'.astro'.length))
    .filter((name) => /^[A-Z]\w*$/.test(name))
}
