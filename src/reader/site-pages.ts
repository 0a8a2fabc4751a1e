import type { Calendar } from '../calendar/calendar.ts'
import type { Post } from '../calendar/post.ts'

/** Series and authors that have a page: those of shown posts, and the author that the site signs with. */
export function pagesOfPosts({ plan, authors, posts }: Calendar, isShown: (post: Post) => boolean) {
  const shown = posts.filter(isShown)
  const series = new Set(shown.map((post) => post.series))
  const signing = new Set([plan.author ?? Object.keys(authors)[0], ...shown.map((post) => post.author)])
  const only = <T>(
    all: Readonly<Record<string, T>>,
    names: ReadonlySet<string | undefined>,
  ): Record<string, T> => Object.fromEntries(Object.entries(all).filter(([name]) => names.has(name)))
  return { series: only(plan.series, series), authors: only(authors, signing) }
}

/** Paths of the pages that a site has besides its posts, below its address. */
export function sitePages(calendar: Calendar, isShown: (post: Post) => boolean): ReadonlySet<string> {
  const { series, authors } = pagesOfPosts(calendar, isShown)
  return new Set([
    '/',
    '/about/',
    '/glossary/',
    '/news/',
    '/rules/',
    '/search/',
    '/topics/',
    '/where-we-answer/',
    ...calendar.ownPages,
    ...Object.keys(calendar.plan.topics).map((id) => `/topics/${id}/`),
    ...Object.keys(series).map((id) => `/series/${id}/`),
    ...Object.keys(authors).map((id) => `/authors/${id}/`),
  ])
}
