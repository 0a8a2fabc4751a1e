import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'

/** Astro's configuration, which makes a folder a project with files of its own. */
const configurations = ['mjs', 'js', 'ts', 'mts', 'cjs', 'cts'].map((ending) => `astro.config.${ending}`)

/** Is this folder an Astro project? Others are built with the project that comes with the package. */
export function isProject(root: string): boolean {
  return configurations.some((name) => existsSync(join(root, name)))
}

/** Files below `src/` of a project that end in one of these, as paths below that folder. */
export function ownFiles(root: string, folder: string, endings: readonly string[]): string[] {
  const path = join(root, 'src', folder)
  if (!isProject(root) || !existsSync(path)) return []
  return readdirSync(path, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && endings.some((ending) => entry.name.endsWith(ending)))
    .map(({ parentPath, name }) =>
      join(parentPath, name)
        .slice(path.length + 1)
        .replaceAll('\\', '/'),
    )
    .sort()
}

/** Paths of the pages that a project adds, below the site's address: `/prices/`. Pages made from data are not known before. */
export function ownPages(root: string): string[] {
  return ownFiles(root, 'pages', ['.astro', '.md', '.mdx', '.html'])
    .filter((file) => !/(?:^|\/)_|\[/.test(file))
    .map((file) => `/${file.replace(/\.\w+$/, '/').replace(/(^|\/)index\/$/, '$1')}`)
    .filter((path) => path !== '/404/' && path !== '/500/')
}

/** Names of the components that a project adds for its posts. */
export function ownComponents(root: string): string[] {
  return ownFiles(root, 'components/mdx', ['.astro'])
    .map((file) => file.slice(0, -'.astro'.length))
    .filter((name) => /^[A-Z]\w*$/.test(name))
}
