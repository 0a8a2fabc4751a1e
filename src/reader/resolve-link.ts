import type { Calendar } from '../calendar/calendar.ts'
import { plainPath } from '../calendar/former-path.ts'
import { nearest } from '../calendar/nearest.ts'
import type { Post } from '../calendar/post.ts'
import type { Problem } from '../calendar/problem.ts'
import { slugOfFile } from '../calendar/slug-of-file.ts'
import { pathFrom } from '../calendar/sources.ts'
import { sitePages } from './site-pages.ts'

/** What a link in a post leads to. */
export type Target =
  /** Somewhere else, or a place on the same page: left as it is. */
  | { elsewhere: string }
  /** A page of this site: its path below the site's address, and `#place` or nothing. */
  | { path: string; hash: string; post?: Post }
  /** A post that readers cannot see yet: the words stay, the link waits. */
  | { waiting: Post }
  | Problem

/** Makes a function that says what a link in a post leads to. Retired posts lead to what took their place. */
export function linkResolver(
  calendar: Calendar,
  isShown: (post: Post) => boolean,
): (from: Post, href: string) => Target {
  const bySlug = new Map(calendar.posts.map((post) => [post.slug, post]))
  const byFormerSlug = new Map(
    calendar.posts.flatMap((post) => post.formerSlugs.map((slug) => [slug, post] as const)),
  )
  const byFormerPath = new Map(
    calendar.posts.flatMap((post) => post.formerPaths.map((path) => [plainPath(path), post] as const)),
  )
  const byPath = new Map(calendar.posts.map((post) => [post.path, post]))
  const pages = sitePages(calendar, isShown)
  const home = new URL(`${calendar.plan.site.url}/`)

  const leadTo = (post: Post, hash: string): Target => {
    const target = post.state === 'retired' ? bySlug.get(post.redirectTo ?? '') : post
    if (target && target !== post && target.state === 'retired') return leadTo(target, hash)
    return target && isShown(target) ? { path: target.path, hash, post: target } : { waiting: target ?? post }
  }

  return (from, href) => {
    if (href.startsWith('#')) return { elsewhere: href }
    const own =
      href.startsWith(`${home.href}`) || href === calendar.plan.site.url
        ? `/${href.slice(home.href.length)}`
        : href
    if (/^[a-z][a-z0-9+.-]*:|^\/\//i.test(own)) return { elsewhere: href }
    const [, pathname = '', hash = ''] = /^([^?#]*)(?:\?[^#]*)?(#.*)?$/.exec(own) ?? []

    if (pathname.startsWith('/')) {
      const path = `${pathname.replace(/\/$/, '')}/`
      const slug = path.slice(1, -1)
      const post =
        byPath.get(path) ??
        bySlug.get(slug) ??
        byFormerSlug.get(slug) ??
        byFormerPath.get(decoded(plainPath(pathname)))
      if (post) return leadTo(post, hash)
      if (pages.has(path)) return { path, hash }
      const meant = nearest(path, [...byPath.keys(), ...pages])
      return {
        problem: `no page of this site is at \`${pathname}\``,
        mend: meant ? `did you mean \`${meant}\`?` : 'link to a post by its file, as in `./other-post.mdx`',
      }
    }
    const file = pathFrom(from.file, pathname)
    const post = file?.endsWith('.mdx') ? bySlug.get(slugOfFile(file)) : undefined
    if (post) return leadTo(post, hash)
    const meant = nearest(slugOfFile(file ?? pathname), bySlug.keys())
    return {
      problem: `\`${pathname}\` is no post`,
      mend: meant
        ? `did you mean \`./${meant}.mdx\`?`
        : 'link to a post by its file, as in `./other-post.mdx`, or write a full address',
    }
  }
}

function decoded(path: string): string {
  try {
    return decodeURI(path)
  } catch {
    return path
  }
}
