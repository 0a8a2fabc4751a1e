import type { Calendar } from '../calendar/calendar.ts'
import { searchStems, searchWords } from '../calendar/search-stems.ts'

/** Words that people say around what they ask. */
const filler = new Set(
  searchStems(
    `hi hello hey please thanks thank dear again also just really actually maybe possible possibly anyone anybody
    someone somebody something anything want wants need needs know tell help let get got getting make makes making
    there here have has had having much many any some more most very too so but or if not no yes about into out up
    what when where why who whom whose than then them these those he she his her been being were may might must ever
    still only like think say says said see one ones way ways thing things lot im ive id dont doesnt isnt cant that thats work works worth good best right
    put puts other others use uses using nothing everybody everyone nobody happen happened happens`.split(
      /\s+/,
    ),
  ),
)

/** What a feed made up and nobody knows, as in `&brand;`: no word that anybody said. */
const entity = /&#?\w{1,40};/g

/**
 * What something that was said is about: stems of its words, without those that everybody says; each once, sorted.
 * @param lang of the site
 */
export function stemsHeard(text: string, lang: string): string[] {
  const primary = lang.toLowerCase().split('-')[0] ?? 'en'
  const read = text.replace(entity, ' ')
  const words = searchWords(
    primary === 'en' ? read.replace(/\bhow many times\b/gi, 'how often') : read,
    primary,
  )
  if (primary !== 'en') return [...new Set(words)].sort()
  const stems = searchStems(words)
  const telling = stems.filter((stem) => !filler.has(stem) && !/^\d{1,2}$/.test(stem))
  return [...new Set(telling)].sort()
}

/** Below so many posts nothing is everyday yet. */
const enoughPosts = 8

const everyday = new WeakMap<Calendar, ReadonlySet<string>>()

/** Stems that stand in the searches and titles of more than a quarter of the posts: whom and what the whole site is about. */
export function everydayStems(calendar: Calendar): ReadonlySet<string> {
  return everyday.getOrInsertComputed(calendar, findEverydayStems)
}

function findEverydayStems({ posts, plan }: Calendar): ReadonlySet<string> {
  const counts = new Map<string, number>()
  for (const { title, query, aka } of posts)
    for (const stem of new Set([title, query, ...aka].flatMap((text) => stemsHeard(text, plan.site.lang))))
      counts.set(stem, (counts.get(stem) ?? 0) + 1)
  if (posts.length < enoughPosts) return new Set()
  return new Set([...counts].flatMap(([stem, count]) => (count * 4 > posts.length ? stem : [])))
}
