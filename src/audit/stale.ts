import type { AuditedPost, Spot } from './audited-post.ts'

/** Why a post may no longer hold. */
export interface StaleReason {
  kind: 'year in the title' | 'words that date' | 'age'
  /** The words that say so; of `age`, the day. */
  words: string
  /** Where they stand; the title stands in no place that is known. */
  at?: Spot
}

export interface StalePost {
  post: AuditedPost
  /** When it was last looked at, as far as it says. */
  checked?: string
  /** The surest first. */
  reasons: readonly [StaleReason, ...StaleReason[]]
}

/** Months after which words such as `this year` are out of date, as in the rule search-stale. */
export const wordsHold = 12
/** Months after which a post that says nothing of it should be looked at again. */
export const postsHold = 24

/** Posts that show their age, or that nobody looked at for long; the surest first, then the oldest. */
export function stalePosts(posts: readonly AuditedPost[], today: string): StalePost[] {
  const day = Temporal.PlainDate.from(today)
  const wordsSince = day.subtract({ months: wordsHold }).toString()
  const postsSince = day.subtract({ months: postsHold }).toString()
  return posts
    .flatMap((post): StalePost[] => {
      const checked = post.updated ?? post.published
      const [first, ...more] = [
        ...yearsIn(post, day.year),
        ...(checked !== undefined && checked < wordsSince ? post.dated.slice(0, 1).map(saidOf) : []),
        ...(checked !== undefined && checked < postsSince ? [{ kind: 'age', words: checked } as const] : []),
      ]
      return first ? [{ post, ...(checked !== undefined && { checked }), reasons: [first, ...more] }] : []
    })
    .sort(
      (a, b) =>
        rank(a) - rank(b) ||
        (a.checked ?? '').localeCompare(b.checked ?? '') ||
        (a.post.file < b.post.file ? -1 : 1),
    )
}

/** A year that was over when the post was published is what it is about. */
function yearsIn({ title = '', published }: AuditedPost, thisYear: number): StaleReason[] {
  const since = published === undefined ? 0 : Number(published.slice(0, 4))
  const [year] = title.match(/\b(?:19|20)\d\d\b/g)?.filter((each) => Number(each) >= since) ?? []
  if (published === undefined || year === undefined || Number(year) >= thisYear) return []
  return [{ kind: 'year in the title', words: year }]
}

function saidOf({ words, line, column }: AuditedPost['dated'][number]): StaleReason {
  return { kind: 'words that date', words, at: { line, column } }
}

function rank({ reasons: [{ kind }] }: StalePost): number {
  return ['year in the title', 'words that date', 'age'].indexOf(kind)
}

/** A reason as a person says it. @param today a day */
export function staleWords(
  { kind, words, at }: StaleReason,
  post: Pick<AuditedPost, 'line'>,
  today: string,
): string {
  if (kind === 'year in the title') return `the title says \`${words}\``
  if (kind === 'words that date')
    return at && at.line < post.line ? `the title says \`${words}\`` : `it says \`${words}\``
  return `dated ${agoWords(words, today)}`
}

function agoWords(day: string, today: string): string {
  const { years } = Temporal.PlainDate.from(day).until(today, { largestUnit: 'years' })
  return years === 1 ? 'a year ago' : `${years} years ago`
}
