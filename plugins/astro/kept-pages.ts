import { hash } from 'node:crypto'
import { copyFileSync, existsSync, linkSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { rules } from '../lint/rules.ts'
import type { PageFacts } from './finish-page.ts'
import { makeFolder } from './make-folder.ts'
import type { SiteData } from './site-data.ts'

/**
 * Names all that the pages of posts and of rules are made of: the post, what it shows of others, what every page shows, its
 * images, and the code. Pages with the same name are the same.
 * @param root absolute path of the folder that holds `content/`
 * @param code hash of the code that makes pages
 * @returns by path below the site's address
 */
export function pageKeys(
  root: string,
  { frame, site, contentKeys }: SiteData,
  code: string,
): Map<string, string> {
  const common = hash('sha256', JSON.stringify([code, frame]))
  const hashes = new Map<string, string>()
  const hashOf = (path: string) =>
    hashes.getOrInsertComputed(path, () => hash('sha256', readFileSync(join(root, path))))
  const ofRules = rules.map(({ id }): [string, string] => [`/rules/${id}/`, common])
  return new Map([
    ...ofRules,
    ...site.posts.map((post): [string, string] => {
      const shown = Object.entries(post.pictures).map(([src, path]) => [src, path, hashOf(path)])
      const made = [common, post, contentKeys.get(post), post.beside(), shown]
      return [post.path, hash('sha256', JSON.stringify(made))]
    }),
  ])
}

/** The file of the page at a path below the site's address: `/how-often/` → `how-often/index.html`. */
export function fileOf(path: string): string {
  return `${path.slice(1)}${path.endsWith('/') ? '' : '/'}index.html`
}

/**
 * Brings a page of an earlier build into the new one, with what it loads that the new one did not make.
 * @param folder absolute path of the new site
 * @param out absolute path of the earlier one, which stays as it is
 */
export function placeKept(folder: string, out: string, path: string, { assets }: PageFacts): void {
  bring(fileOf(path), folder, out)
  for (const asset of assets) if (!existsSync(join(folder, asset))) bring(asset, folder, out)
}

/**
 * Brings a file of an earlier build into the new one. Both sites hold the same bytes: nothing writes into a built site later.
 * @param file path below both
 */
export function bring(file: string, folder: string, out: string): void {
  makeFolder(dirname(join(folder, file)))
  try {
    linkSync(join(out, file), join(folder, file))
  } catch {
    copyFileSync(join(out, file), join(folder, file))
  }
}
