import type { Calendar } from '../calendar/calendar.ts'
import type { Fault } from '../calendar/fault.ts'
import { imageProblem } from '../calendar/image-problem.ts'
import { nearest } from '../calendar/nearest.ts'
import type { Post } from '../calendar/post.ts'
import { isProblem } from '../calendar/problem.ts'
import { addressProblem } from '../mdx/address-problem.ts'
import { collectLinks } from '../mdx/collect-links.ts'
import type { Body } from '../mdx/parse-body.ts'
import { linkResolver } from './resolve-link.ts'

/**
 * Faults of what bodies lead to and show: posts, pages, headings and images that are not there.
 * @param anchorsOf the places on a post's page that a link may name
 */
export function checkLinks(
  calendar: Calendar,
  bodies: ReadonlyMap<string, Body>,
  assets: ReadonlySet<string>,
  anchorsOf: (post: Post) => ReadonlySet<string>,
): Fault[] {
  const resolve = linkResolver(calendar, () => true)
  return calendar.posts.flatMap((post) => {
    const body = bodies.get(post.file)
    return (body ? collectLinks(body) : []).flatMap(({ kind, url, ...place }): Fault[] => {
      if (kind === 'image') {
        const problem = isRefused(url) ? undefined : imageProblem(post.file, url, assets)
        return problem ? [{ ...place, ...problem }] : []
      }
      const target = resolve(post, url)
      if (isProblem(target)) return [{ ...place, what: target.problem, mend: target.mend }]
      const isOnPost = 'post' in target && target.post
      const page = 'elsewhere' in target ? post : isOnPost ? target.post : undefined
      const hash = 'elsewhere' in target ? target.elsewhere : 'hash' in target ? target.hash : ''
      if (!page || !/^#./.test(hash)) return []
      const anchors = anchorsOf(page)
      const anchor = decoded(hash.slice(1))
      if (anchors.has(anchor)) return []
      const meant = nearest(anchor, anchors)
      const mend = meant
        ? `did you mean \`#${meant}\`?`
        : 'name a heading: its words in lower case, joined by hyphens'
      return [{ ...place, what: `no heading of \`${page.file}\` is at \`${hash}\``, mend }]
    })
  })
}

/** Addresses that no body may show at all are faults of the body already. */
function isRefused(url: string): boolean {
  return addressProblem(url, 'image') !== undefined
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
