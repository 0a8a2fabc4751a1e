import type { Calendar } from '../calendar/calendar.ts'

/** Paths of the pages that a site has besides its posts, below its address. */
export function sitePages({ plan, authors }: Pick<Calendar, 'plan' | 'authors'>): ReadonlySet<string> {
  return new Set([
    '/',
    '/about/',
    '/glossary/',
    '/news/',
    '/search/',
    '/topics/',
    '/where-we-answer/',
    ...Object.keys(plan.topics).map((id) => `/topics/${id}/`),
    ...Object.keys(plan.series).map((id) => `/series/${id}/`),
    ...Object.keys(authors).map((id) => `/authors/${id}/`),
  ])
}
