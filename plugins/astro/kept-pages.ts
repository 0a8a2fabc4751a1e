import { hash } from 'node:crypto'
import { copyFileSync, existsSync, linkSync, mkdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { rules } from '../lint/rules.ts'
import type { SiteData } from './site-data.ts'

/** A page that stands from an earlier build. */
export interface KeptPage {
  /** Path in the built site. */
  file: string
  html: string
}

/**
 * Names all that the pages of posts and of rules are made of: the post, what it shows of others, what every page shows, its
 * images, and the code. Pages with the same name are the same.
 * @param root absolute path of the folder that holds `content/`
 * @param code hash of the code that makes pages
 * @returns by path below the site's address
 */
export function pageKeys(root: string, { frame, posts }: SiteData, code: string): Map<string, string> {
  const common = hash('sha256', JSON.stringify([code, frame]))
  const hashes = new Map<string, string>()
  const hashOf = (path: string) =>
    hashes.getOrInsertComputed(path, () => hash('sha256', readFileSync(join(root, path))))
  const ofRules = rules.map(({ id }): [string, string] => [`/rules/${id}/`, common])
  return new Map([
    ...ofRules,
    ...posts.map(({ published, contentKey, beside, images }): [string, string] => {
      const shown = Object.entries(images).map(([src, path]) => [src, path, hashOf(path)])
      return [published.path, hash('sha256', JSON.stringify([common, published, contentKey, beside, shown]))]
    }),
  ])
}

/**
 * Brings pages of an earlier build into the new one, with what they load that the new one did not make.
 * @param folder absolute path of the new site
 * @param out absolute path of the earlier one, which stays as it is
 * @param paths of the pages below the site's address
 * @param base path of the site without a slash at its end
 */
export function placeKept(folder: string, out: string, paths: readonly string[], base: string): KeptPage[] {
  const loaded = new RegExp(`(?<=["'(\\s,])${RegExp.escape(base)}/(_astro/[^"'()\\s,>?#]+)`, 'g')
  return paths.map((path) => {
    const file = `${path.slice(1)}index.html`
    bring(file, folder, out)
    const html = readFileSync(join(folder, file), 'utf8')
    for (const [, address = ''] of html.matchAll(loaded)) {
      const asset = decodeURIComponent(address)
      if (!existsSync(join(folder, asset))) bring(asset, folder, out)
    }
    return { file, html }
  })
}

/** One file, of which both sites hold the same bytes: nothing writes into a built site later. */
function bring(file: string, folder: string, out: string): void {
  mkdirSync(dirname(join(folder, file)), { recursive: true })
  try {
    linkSync(join(out, file), join(folder, file))
  } catch {
    copyFileSync(join(out, file), join(folder, file))
  }
}
