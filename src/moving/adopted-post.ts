import { stringify } from 'yaml'
import { postPath } from '../calendar/addresses.ts'
import { intentOf, queryOf } from '../calendar/derive-post.ts'
import { answerOf } from './answer-of.ts'
import type { Dropped, ForeignPost } from './foreign-post.ts'
import { formerPathsOf } from './former-paths-of.ts'
import { publishOf } from './publish-of.ts'
import type { Survey } from './survey.ts'
import { topicsOfPost } from './topics.ts'

/** What is the same for all posts that are adopted together. */
export interface NewHome {
  survey: Survey
  plan: { zone: string; lang: string; url: string }
  /** Ids of the plan's topics; undefined where the plan is made of the posts. */
  topics?: ReadonlySet<string>
  /** Whether the plan asks for a takeaway before a post goes live: nobody can guess that. */
  asksTakeaway?: boolean
  /** Id here by the name of an author there. */
  authors: ReadonlyMap<string, string>
  /** Zone of times that name none. */
  zone?: string
  /** Paths that lead to something already; grows. */
  taken: Set<string>
}

/** A post as it will stand here. */
export interface AdoptedPost {
  text: string
  title: string
  status: 'ready' | 'draft' | 'idea'
  guess: string[]
  /** What came to be otherwise than there, in words. */
  notes: string[]
  dropped: Dropped[]
}

/**
 * The file of an adopted post. What the old blog does not say is derived where it can be; the rest is guessed, and listed as a
 * guess; what cannot be guessed is left out, and said.
 * @param slug its slug here
 * @param body as posts have it
 * @param title undefined where neither its entry nor its text has one
 * @param cover as posts name it
 */
export function adoptedPost(
  post: ForeignPost,
  {
    slug,
    body,
    title,
    cover,
  }: { slug: string; body: string; title: string | undefined; cover?: { src: string; alt?: string } },
  home: NewHome,
): AdoptedPost {
  const guess: string[] = []
  const notes: string[] = []
  const dropped: Dropped[] = []
  const named =
    title ?? (slug.replaceAll('-', ' ').replace(/^\p{L}/u, (letter) => letter.toUpperCase()) || slug)
  if (title === undefined) guess.push('title')
  const answer = answerOf(body)
  const isShown = post.state === 'published' || post.state === 'scheduled'
  const { topics, isGuess } = topicsOfPost(post, home.survey, home.topics)
  const lacks = [
    answer === undefined &&
      'it has no words that could answer a search: it stays a draft until you write its `answer`',
    topics.length === 0 && 'the plan has no topics: it stays a draft until it has one',
    home.asksTakeaway && 'the plan asks for a `takeaway`: it stays a draft until you write one',
  ].filter((each) => typeof each === 'string')
  const status = isShown && lacks.length === 0 ? 'ready' : body.trim() === '' && !isShown ? 'idea' : 'draft'
  if (post.state === 'private') notes.push('it was private: it is a draft here, and not shown')
  if (isShown) notes.push(...lacks)
  const published = post.published && publishOf(post.published, home.plan.zone, home.zone)
  if (published?.note) notes.push(published.note)
  if (status === 'ready' && !published) notes.push('it names no day: it goes live once you write `publish`')
  if (post.updated)
    dropped.push({
      what: `the day of its last change, ${timeText(post.updated)}`,
      why: 'readers are told what changed, which it does not say',
    })

  const author = post.author === undefined ? undefined : home.authors.get(post.author)
  if (post.author !== undefined && author === undefined)
    dropped.push({
      what: `the author ${post.author}`,
      why: '`content/authors.yaml` does not have them: add them, and sign the post',
    })
  const passed = [...post.categories, ...post.tags].filter(
    (name) => !topics.some(({ title }) => title === name),
  )
  if (passed.length > 0)
    dropped.push({
      what: list(passed, 'the category', 'the tag', post),
      why: home.topics ? 'the plan has no such topic' : 'topics are made of categories',
    })
  const lang =
    post.lang !== undefined && post.lang.toLowerCase() !== home.plan.lang.toLowerCase()
      ? post.lang
      : undefined
  const query = queryOf(named)
  const own = postPath(slug, 'acquire')
  const base = URL.parse(home.plan.url)?.pathname.replace(/\/$/, '') ?? ''
  const former = formerPathsOf(post.addresses, base, own, home.taken)
  const isWritten = status !== 'idea'
  if (isWritten) guess.push('query', 'intent', 'purpose')
  if (isWritten && answer !== undefined) guess.push('answer')
  if (isGuess) guess.push('topics')
  if (cover && !cover.alt) guess.push('cover')
  const entry = {
    title: named,
    ...(isWritten && { query, intent: intentOf(query) }),
    ...(isWritten && answer !== undefined && { answer }),
    ...(post.description !== undefined && { description: post.description.replace(/\s+/g, ' ').trim() }),
    ...(isWritten && { purpose: 'awareness' }),
    status,
    ...(published && (isShown ? published.fields : { planned: published.fields.publish.slice(0, 10) })),
    ...(author !== undefined && { author }),
    ...(lang !== undefined && { lang }),
    ...(topics.length > 0 && { topics: topics.map(({ id }) => id) }),
    ...(cover && { cover: { src: cover.src, alt: cover.alt || named } }),
    ...(former.paths.length > 0 && { formerPaths: former.paths }),
    ...(guess.length > 0 && { guess }),
  }
  const text = `---\n${stringify(entry, { lineWidth: 0 })}---\n${body === '' ? '' : `\n${body}\n`}`
  return { text, title: named, status, guess, notes, dropped: [...dropped, ...former.dropped] }
}

function list(names: readonly string[], category: string, tag: string, { categories }: ForeignPost): string {
  const [first = ''] = names
  if (names.length === 1) return `${categories.includes(first) ? category : tag} ${first}`
  const shown = names.slice(0, 6).join(', ')
  return `categories and tags: ${shown}${names.length > 6 ? ` and ${names.length - 6} more` : ''}`
}

function timeText(time: NonNullable<ForeignPost['updated']>): string {
  return ('local' in time ? time.local : time.instant).slice(0, 10)
}
