import { existsSync, readFileSync } from 'node:fs'
import { extname, join, relative } from 'node:path'
import { filesOfPages } from '../../src/own-files.ts'
import { writeWhole } from '../../src/write-whole.ts'
import { packageRoot } from './package-root.ts'

/** A page or another address, as Astro takes it from an integration. */
export interface AddedRoute {
  /** As Astro names routes: `/help/[id]`. */
  pattern: string
  /** Absolute path. */
  entrypoint: string
  prerender: true
}

const ours = join(packageRoot, 'src/pages')

/** Astro writes what an integration adds as it is, and makes a page of it only where it is a component. */
const documents = ['.md', '.mdx', '.html']
const endings = ['.astro', ...documents, '.ts', '.js']

/** Pages and other addresses that only the project has. */
export function addedRoutes(project: string): AddedRoute[] {
  if (project === packageRoot) return []
  const known = new Set(filesOfPages(ours, endings).map(addressOf))
  return filesOfPages(join(project, 'src/pages'), endings)
    .filter((file) => !known.has(addressOf(file)))
    .map((file) => ({
      pattern: patternOf(file),
      entrypoint: componentOf(project, file),
      prerender: true,
    }))
}

/**
 * The project's file at the address of a page of ours, whatever it is written in.
 * @param page absolute path of ours
 */
export function ownPageFor(project: string, page: string): string | undefined {
  const address = addressOf(relative(ours, page).replaceAll('\\', '/'))
  const file = filesOfPages(join(project, 'src/pages'), endings).find((each) => addressOf(each) === address)
  return file === undefined ? undefined : componentOf(project, file)
}

/** Absolute path of a component that is a page of a project, or that shows it: one is written where there is none. */
function componentOf(project: string, page: string): string {
  const file = join(project, 'src/pages', page)
  if (!documents.includes(extname(page))) return file
  const component = join(project, '.astro/coldread/pages', `${page}.astro`)
  const text = `---\nimport * as page from ${JSON.stringify(file.replaceAll('\\', '/'))}\nconst Page = page.Content ?? page.default\n---\n<Page />\n`
  if (!existsSync(component) || readFileSync(component, 'utf8') !== text) writeWhole(component, text)
  return component
}

/** Files with the same one take each other's place. */
function addressOf(file: string): string {
  return `${/\.[jt]s$/.test(file) ? 'file' : 'page'} ${patternOf(file)}`
}

function patternOf(file: string): string {
  return `/${file.replace(/\.\w+$/, '').replace(/(^|\/)index$/, '')}`
}
