import { slugOf } from '../calendar/field.ts'
import { folderOf, joinPath } from './foreign-folder.ts'
import type { ForeignPost } from './foreign-post.ts'
import { addressKey, fileKey, type Survey } from './survey.ts'

/** What a link of an old post leads to. */
export type Lead =
  /** A post here. */
  | { slug: string; hash: string }
  /** A page here that is no post, or somewhere else: as it is to be written. */
  | { href: string }
  /** Nothing that is here. */
  | { gone: string }

/** Pages that every site has here. */
const pages = new Set(['/', '/about', '/search', '/topics', '/glossary'])

/**
 * Makes a function that says what the links of old posts lead to.
 * @param home the old site's address, as far as it is known
 * @param url address of the new site
 * @param topics ids of its topics
 */
export function leadFinder(
  survey: Survey,
  home: string | undefined,
  url: string,
  topics: ReadonlySet<string>,
) {
  const old = home === undefined ? undefined : URL.parse(home)
  const base = old?.pathname.replace(/\/$/, '') ?? ''
  const isMoving = old !== null && old !== undefined && hostOf(old) !== hostOf(URL.parse(url))

  return (post: ForeignPost, written: string): Lead => {
    const trimmed = written.trim()
    const full = trimmed.startsWith('//') ? `https:${trimmed}` : trimmed
    if (/^(mailto|tel):/i.test(full)) return { href: full }
    let inner = full
    if (/^[a-z][a-z0-9+.-]*:/i.test(full)) {
      const parsed = URL.parse(full)
      if (!parsed || !/^https?:$/.test(parsed.protocol))
        return { gone: 'it is no address that a post can lead to' }
      if (!old || hostOf(parsed) !== hostOf(old)) return { href: full }
      inner = parsed.pathname + parsed.search + parsed.hash
    }
    const [, path = '', query = '', hash = ''] = /^([^?#]*)(\?[^#]*)?(#.*)?$/s.exec(inner) ?? []
    if (path === '' && query === '') return { gone: 'it leads nowhere' }
    const slug = slugFor(post, decoded(path), query)
    if (slug !== undefined) return { slug, hash }
    const key = addressKey(below(path))
    const topic = /\/(?:category|categories|tags?|topics?)\/([^/]+)$/.exec(key)?.[1]
    if (topic !== undefined && topics.has(slugOf(decoded(topic))))
      return { href: `/topics/${slugOf(decoded(topic))}/` }
    if (pages.has(key) && path.startsWith('/')) return { href: key === '/' ? key : `${key}/` }
    if (isMoving && path.startsWith('/')) return { href: `${old.origin}${path}${query}${hash}` }
    return { gone: 'there is no such page here: its words stay' }
  }

  function below(path: string): string {
    return base !== '' && path.startsWith(`${base}/`) ? path.slice(base.length) : path
  }

  function slugFor(post: ForeignPost, path: string, query: string): string | undefined {
    const { byPath, byFile } = survey
    const asAddress = (address: string) =>
      byPath.get(addressKey(address)) ?? byPath.get(addressKey(base + address))
    if (query !== '' && byPath.has(`${addressKey(path)}${query}`))
      return byPath.get(`${addressKey(path)}${query}`)
    if (path.startsWith('/'))
      return (
        asAddress(path) ??
        byFile.get(fileKey(below(path).slice(1))) ??
        byFile.get(below(path).slice(1).replace(/\/$/, '')) ??
        endsLike(below(path))
      )
    const beside = joinPath(folderOf(post.file), path)
    const address = post.addresses[0] && URL.parse(path, `https://old.example${encodeURI(post.addresses[0])}`)
    return (
      (beside === undefined ? undefined : (byFile.get(fileKey(beside)) ?? byFile.get(beside))) ??
      (address ? byPath.get(addressKey(decoded(address.pathname))) : undefined) ??
      endsLike(path)
    )
  }

  /** By what its path ends with, as Hugo's `ref` and Jekyll's `post_url` name posts. */
  function endsLike(path: string): string | undefined {
    const key = fileKey(path.replace(/^(?:\.{0,2}\/)+/, '').replace(/\/$/, ''))
    return survey.byName.get(key)
  }
}

function hostOf(url: URL | null): string | undefined {
  return url?.host.replace(/^www\./, '')
}

function decoded(path: string): string {
  try {
    return decodeURI(path)
  } catch {
    return path
  }
}
