import type { Goal } from './vocabulary.ts'

/** First parts of addresses that belong to the site itself; no post may have such a slug. */
export const reservedSlugs: ReadonlySet<string> = new Set([
  '404',
  'about',
  'admin',
  'authors',
  'feed',
  'glossary',
  'm',
  'news',
  'pagefind',
  'rules',
  'search',
  'series',
  'topics',
  'where-we-answer',
])

/** Path of a post's page below the site's address. Posts for customers stand under `/news/`. */
export function postPath(slug: string, goal: Goal): string {
  return goal === 'retain' ? `/news/${slug}/` : `/${slug}/`
}
