import { slugOf } from '../calendar/field.ts'
import type { ForeignPost } from './foreign-post.ts'
import type { Survey } from './survey.ts'

/** Names that programs give to what nobody sorted. */
const nothing = /^(uncategori[sz]ed|unsorted|general|none|allgemein|non classé|sin categoría|uncategorised)$/i
/** The topic of posts that name none. */
const unsorted = { id: 'unsorted', title: 'Unsorted' }

/** Topics of a new plan, by id, those of most posts first: categories, and for posts without one the tag that most posts have. */
export function topicsOf(survey: Survey): Map<string, string> {
  const titles = new Map<string, string>()
  const counts = new Map<string, number>()
  for (const post of survey.sorted)
    for (const { id, title } of topicsOfPost(post, survey).topics) {
      titles.getOrInsert(id, title)
      counts.set(id, (counts.get(id) ?? 0) + 1)
    }
  return new Map(byCount(counts).map(([id]) => [id, titles.get(id) as string]))
}

/** What a post's topics are, and whether that is a guess. @param known ids of the plan's topics; undefined where the plan is made of the posts */
export function topicsOfPost(
  { categories, tags }: Pick<ForeignPost, 'categories' | 'tags'>,
  survey: Survey,
  known?: ReadonlySet<string>,
): { topics: { id: string; title: string }[]; isGuess: boolean } {
  const fits = (name: string) =>
    !nothing.test(name) && slugOf(name) !== '' && (known?.has(slugOf(name)) ?? true)
  const named = (names: readonly string[]) => [
    ...new Map(names.filter(fits).map((name) => [slugOf(name), { id: slugOf(name), title: name }])).values(),
  ]
  const own = named(categories)
  if (own.length > 0) return { topics: own, isGuess: false }
  const often = byCount(survey.tags).map(([name]) => name)
  const [tag] = named(often.filter((name) => tags.includes(name)))
  if (tag) return { topics: [tag], isGuess: known === undefined }
  if (known?.size === 0) return { topics: [], isGuess: false }
  const [first] = known ?? []
  return { topics: [first === undefined ? unsorted : { id: first, title: first }], isGuess: true }
}

function byCount(counts: ReadonlyMap<string, number>): [string, number][] {
  return [...counts].sort(([a, first], [b, second]) => second - first || (a < b ? -1 : 1))
}
