import { postPath } from './addresses.ts'
import type { Calendar } from './calendar.ts'
import { isSitePath, plainPath } from './former-path.ts'
import type { Report } from './known.ts'

/** Reports former paths that lead to something else already: a page of the site, a post, a former address of one. */
export function checkFormerPaths(
  { posts, ownPages }: Pick<Calendar, 'posts' | 'ownPages'>,
  reportIn: (file: string) => Report,
): void {
  const own = new Set(ownPages.map(plainPath))
  const pages = new Map(posts.map((post) => [plainPath(post.path), post]))
  const former = new Map(
    posts.flatMap((post) =>
      post.formerSlugs.map((slug) => [plainPath(postPath(slug, post.goal)), post] as const),
    ),
  )
  for (const post of posts) {
    if (post.formerPaths.length === 0) continue
    const report = reportIn(post.file)
    for (const [index, path] of post.formerPaths.entries()) {
      const key = plainPath(path)
      const taken = pages.get(key) ?? former.get(key)
      if (taken)
        report(
          ['formerPaths', index],
          `\`${path}\` is ${pages.has(key) ? 'the address' : 'a former address'} of ${taken === post ? 'this very post' : `\`${taken.file}\``}`,
          taken === post ? 'delete it here' : 'an address leads to one post: delete it in one of the two',
        )
      else if (isSitePath(path) || own.has(key))
        report(['formerPaths', index], `\`${path}\` is a page of the site itself`, 'delete it here')
      else former.set(key, post)
    }
  }
}
