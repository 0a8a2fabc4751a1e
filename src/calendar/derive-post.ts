import { createHash } from 'node:crypto'
import { type Slot, slotText } from './amount.ts'
import type { WrittenPost } from './front-matter-schema.ts'
import type { Plan } from './plan.ts'
import type { Post, State } from './post.ts'
import { isProblem, type Read } from './problem.ts'
import { dayOf, type Moment, toMoment, weekdayOf } from './time.ts'
import { goalOfPurpose, type Intent } from './vocabulary.ts'

/** What a post's entry follows from, besides itself. */
export interface Surroundings {
  plan: Plan
  /** Ids of `authors.yaml`, in order. */
  authors: readonly string[]
  now: Moment
}

type Derived = Omit<Post, 'file' | 'slug' | 'path' | 'source'>

/** Fills in all that a writer left out. A time that its zone does not have comes back as a problem. */
export function derivePost(written: WrittenPost, body: string, around: Surroundings): Read<Derived> {
  const { plan, now } = around
  const origin: Record<string, string> = {}
  const or = <T>(field: string, value: T | undefined, otherwise: T, from: string): T => {
    if (value !== undefined) return value
    if (otherwise !== undefined) origin[field] = from
    return otherwise
  }

  const publish = publishOf(written, plan, origin)
  if (isProblem(publish)) return publish

  const author = or(
    'author',
    written.author,
    plan.author ?? around.authors[0] ?? '',
    plan.author ? 'plan: author' : 'the first in authors.yaml',
  )
  const query = or('query', written.query, queryOf(written.title), 'title')
  const goalByPurpose = written.purpose && goalOfPurpose[written.purpose]
  const onlyTopic = Object.keys(plan.topics).length === 1 ? Object.keys(plan.topics) : []
  const status = or('status', written.status, 'idea', 'default')
  const description = written.description ?? (written.answer && descriptionOf(written.answer))
  if (!written.description && description) origin.description = 'answer, cut at a sentence'
  const reviewBy =
    written.reviewBy ?? (publish && Temporal.PlainDate.from(dayOf(publish)).add(plan.reviewAfter).toString())
  if (!written.reviewBy && reviewBy) origin.reviewBy = 'publish + plan: reviewAfter'

  const approved = written.approved && {
    ...written.approved,
    isVoid: written.approved.hash !== approvalHash(written, body),
  }
  const optional = {
    answer: written.answer,
    description,
    takeaway: written.takeaway,
    purpose: written.purpose,
    planned: written.planned,
    publish,
    updated: written.updated,
    reviewBy,
    approved,
    series: written.series,
    cover: written.cover,
    redirectTo: written.redirectTo,
  }
  const isApproved = !plan.requires.includes('approval') || approved?.isVoid === false
  return {
    ...(Object.fromEntries(
      Object.entries(optional).filter(([, value]) => value !== undefined),
    ) as Partial<Derived>),
    state: stateOf(status, publish, isApproved, now),
    status,
    title: written.title,
    query,
    intent: or('intent', written.intent, intentOf(query), 'words of the query'),
    goal: or('goal', written.goal, goalByPurpose ?? plan.goal, goalByPurpose ? 'purpose' : 'plan: goal'),
    audience: or('audience', written.audience, plan.audiences[0] as string, 'plan: first of audiences'),
    author,
    owner: or('owner', written.owner, plan.owner ?? author, plan.owner ? 'plan: owner' : 'author'),
    lang: or('lang', written.lang, plan.site.lang, 'plan: site.lang'),
    topics: or(
      'topics',
      written.topics,
      onlyTopic,
      onlyTopic.length > 0 ? "the plan's only topic" : 'none written',
    ),
    aka: written.aka ?? [],
    related: written.related ?? [],
    formerSlugs: written.formerSlugs ?? [],
    formerPaths: written.formerPaths ?? [],
    hours: or('hours', written.hours, plan.hours, 'plan: hours'),
    snippets: Object.fromEntries(
      Object.entries(written.snippets ?? {}).map(([channel, texts]) => [
        channel,
        typeof texts === 'string' ? [{ text: texts }] : texts,
      ]),
    ),
    lintOff: written.lint?.off ?? {},
    guess: written.guess ?? [],
    origin,
  }
}

/** Hash of what an approval covers: all that readers and followers will see. Times and status may change after it. */
export function approvalHash(written: WrittenPost, body: string): string {
  const { title, query, answer, description, takeaway, aka, updated, cover } = written
  const snippets = Object.entries(written.snippets ?? {}).map(([channel, texts]) => [
    channel,
    typeof texts === 'string' ? texts : texts.map(({ at: _, zone: __, fold: ___, ...seen }) => seen),
  ])
  const seen = [
    title,
    query,
    answer,
    description,
    takeaway,
    aka,
    updated,
    cover,
    snippets,
    body.replace(/\r\n/g, '\n'),
  ]
  return createHash('sha256').update(JSON.stringify(seen)).digest('hex').slice(0, 16)
}

function publishOf(
  written: WrittenPost,
  plan: Plan,
  origin: Record<string, string>,
): Read<Moment> | undefined {
  if (!written.publish) return undefined
  const { day, time } = written.publish
  const slot = slotFor(day, plan)
  if (!time) origin['publish (time of day)'] = slot ? `plan: rhythm, ${slotText(slot)}` : 'default'
  return toMoment(day, time ?? timeOn(day, plan), written.zone ?? plan.zone, written.fold)
}

/** The time of day at which a post goes live that names only its day. */
export function timeOn(day: string, plan: Pick<Plan, 'rhythm'>): string {
  return slotFor(day, plan)?.time ?? '09:00'
}

function slotFor(day: string, { rhythm }: Pick<Plan, 'rhythm'>): Slot | undefined {
  const weekday = weekdayOf(day)
  return rhythm.find((each) => each.weekday === weekday) ?? rhythm[0]
}

function stateOf(
  status: Post['status'],
  publish: Moment | undefined,
  isApproved: boolean,
  now: Moment,
): State {
  if (status !== 'ready') return status
  if (!publish) return 'ready'
  if (!isApproved) return 'unapproved'
  return publish.instant <= now.instant ? 'live' : 'scheduled'
}

/** A search made of a title. */
export function queryOf(title: string): string {
  return title
    .toLowerCase()
    .replace(/[?？]\s*$/, '')
    .trim()
}

const intentWords: [Intent, RegExp][] = [
  ['fix', /\b(fix|error|broken|not working|stopped|problem|wrong)\b/],
  ['compare', /\b(best|vs|versus|or|compared?|alternatives?|difference|better)\b/],
  ['buy', /\b(buy|price|pricing|cost|cheap|cheapest|hire)\b/],
  [
    'do',
    /^(how (to|do|can|should)\b(?! often)|make|write|create|set up|start)|\b(template|checklist|step by step)\b/,
  ],
]

/** What someone who searches this wants, by its words. */
export function intentOf(query: string): Intent {
  return intentWords.find(([, words]) => words.test(query))?.[0] ?? 'know'
}

/** Search results show about so many characters of a description. */
const shownInResults = 156

function descriptionOf(answer: string): string {
  const sentences = answer.split(/(?<=[.!?…])\s+(?=\S)/)
  let cut = sentences[0] ?? ''
  for (const sentence of sentences.slice(1)) {
    if (cut.length + 1 + sentence.length > shownInResults) break
    cut += ` ${sentence}`
  }
  return cut
}
