import { posix } from 'node:path'
import type { AuditedPost } from './audited-post.ts'

/** By file, the files of the other posts that lead to it. */
export type LinkedFrom = ReadonlyMap<string, readonly string[]>

/** A post or a page that may be led to. */
export type Target = Pick<AuditedPost, 'file' | 'slug' | 'addresses'>

/**
 * Who leads to whom: by files (`../tea.md`), addresses of the old site with and without a host, and names that templates
 * use. What cannot be told apart leads to all that it may mean, so that nothing is called an orphan that is none.
 * @param targets all that may be led to, pages too
 * @param home where the blog stands; where nobody says, any host may be its own
 */
export function linksAmong(
  posts: readonly Pick<AuditedPost, 'file' | 'links' | 'addresses'>[],
  targets: readonly Target[],
  home?: string,
): LinkedFrom {
  const finder = targetFinder(targets, hostOf(home ?? ''))
  const from = new Map<string, Set<string>>()
  for (const post of posts)
    for (const link of post.links)
      for (const target of finder(link, post))
        if (target !== post.file) from.getOrInsertComputed(target, () => new Set()).add(post.file)
  return new Map([...from].map(([file, others]) => [file, [...others].sort()]))
}

function targetFinder(targets: readonly Target[], ownHost: string | undefined) {
  const byFile = new Map<string, string[]>()
  const byAddress = new Map<string, string[]>()
  const bySlug = new Map<string, string[]>()
  const add = (index: Map<string, string[]>, key: string | undefined, file: string) => {
    if (!key) return
    const known = index.getOrInsertComputed(key.toLowerCase(), () => [])
    if (!known.includes(file)) known.push(file)
  }
  for (const { file, slug, addresses } of targets) {
    const path = withoutEnding(file)
    add(byFile, path, file)
    // Templates name a post by the last part of its file; content folders are left out.
    add(bySlug, path.split('/').at(-1), file)
    add(bySlug, slug, file)
    for (const address of addresses) {
      add(byAddress, plainPath(address), file)
      add(bySlug, plainPath(address).split('/').at(-1), file)
    }
  }
  return (link: string, { file, addresses }: Pick<AuditedPost, 'file' | 'addresses'>): readonly string[] => {
    const { path, host } = pathOf(link)
    if (path === undefined) return []
    const lower = path.toLowerCase()
    const address = plainPath(lower)
    if (host !== undefined && host !== ownHost)
      return ownHost === undefined && isTelling(address) ? (byAddress.get(address) ?? []) : []
    if (!lower.startsWith('/')) {
      const near = withoutEnding(posix.join(posix.dirname(file), lower)).toLowerCase()
      const beside = byFile.get(near) ?? byFile.get(withoutEnding(lower))
      if (beside) return beside
      for (const own of addresses) {
        const found = byAddress.get(plainPath(posix.join(own, lower).toLowerCase()))
        if (found) return found
      }
    }
    return byAddress.get(address) ?? byFile.get(address) ?? bySlug.get(address.split('/').at(-1) ?? '') ?? []
  }
}

/** The path of a link that may lead to a post, and its host where it names one. */
function pathOf(link: string): { path?: string; host?: string } {
  const [bare = ''] = link.trim().split(/[?#]/)
  const host = hostOf(bare)
  const path = host === undefined ? bare : bare.replace(/^(?:https?:)?\/\/[^/]*/i, '')
  if (path === '' || /^[a-z][a-z\d+.-]*:/i.test(path)) return {}
  const named = host === undefined ? {} : { host }
  try {
    return { path: decodeURIComponent(path), ...named }
  } catch {
    return { path, ...named }
  }
}

/** `notes.example` of `https://www.notes.example/tea`. */
function hostOf(address: string): string | undefined {
  return /^(?:https?:)?\/\/(?:www\.)?([^/]+)/i.exec(address)?.[1]?.toLowerCase()
}

/** On another host, `/about/` is another page; a path of several words is hardly there twice. */
function isTelling(address: string): boolean {
  return /[-\d]/.test(address.split('/').at(-1) ?? '')
}

/** `2019/03/tea` of `/2019/03/tea/index.html`. */
function plainPath(address: string): string {
  return address
    .toLowerCase()
    .replace(/(?:^|\/)index\.html?$|\.html?$|\.mdx?$|\.markdown$/, '')
    .replace(/^\/+|\/+$/g, '')
}

/** A file without its ending; `tea` of `tea/index.md`. */
function withoutEnding(file: string): string {
  return file
    .replace(/^(?:\.\/)+/, '')
    .replace(/\/+$/, '')
    .replace(/\.(?:mdx?|markdown|html?)$/i, '')
    .replace(/(?:^|\/)(?:_?index|index\.[a-z]{2})$/i, '')
}
