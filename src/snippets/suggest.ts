import type { Plan } from '../calendar/plan.ts'
import type { Post } from '../calendar/post.ts'
import type { kinds } from '../calendar/vocabulary.ts'
import { linkAddress } from './link-address.ts'
import { type Material, splitSentences } from './material-of.ts'
import { mediaProblem } from './media-problem.ts'
import type { Network } from './network.ts'
import { networks } from './networks.ts'
import { overCeilings } from './over-ceiling.ts'
import type { Share } from './shares-of.ts'
import { areAlike, shinglesOf } from './shingles.ts'
import { addressesIn } from './words-in-post.ts'

/** A snippet that a post could have. */
export interface Suggestion {
  channel: string
  kind: 'link' | 'tip' | 'question' | 'answer'
  /** A wall clock, where the next free time after the post is over. */
  at?: string
  text: string
  image?: { src: string; alt: string }
}

/** Words that may be passed on, and what they come from, so that a channel does not get the same thing twice. */
interface Candidate {
  from: string
  text: string
}

/** How many sentences a snippet has at most: few where people scan, and an answer in full where someone asked. */
const mostSentences = { question: 1, answer: 4, tip: 2, link: 2 }

/** Kinds that a post has the words for. Stories, news, events and offers are facts that only people know. */
const suggested = ['question', 'answer', 'tip', 'link'] as const satisfies readonly (typeof kinds)[number][]

/**
 * Drafts snippets from a post itself: for each channel, one of each kind that its dimmers ask for and that the post does
 * not give it yet. A second one of a kind within a month would repeat the first. The same post gives the same drafts.
 * @param timeOf takes a time of a channel, for a post that is out already; asked once for each draft
 */
export function suggest(
  post: Pick<Post, 'title' | 'answer' | 'takeaway' | 'goal' | 'path' | 'slug' | 'snippets'>,
  material: Material,
  shares: readonly Share[],
  plan: Pick<Plan, 'channels' | 'site' | 'links' | 'goal'>,
  timeOf: (channel: string) => string | undefined = () => undefined,
): Suggestion[] {
  const own = [
    ...Object.values(post.snippets).flatMap((snippets) =>
      snippets.flatMap(({ text, parts }) => text ?? parts?.join('\n') ?? []),
    ),
    ...shares.map(({ text }) => text),
  ].map(shinglesOf)
  const candidates = candidatesOf(post, material, plan.site.name)
  const taken = new Set<string>()
  return Object.entries(plan.channels).flatMap(([channel, { network: name, dimmers, limit, serves }]) => {
    const network: Network = networks[name]
    const has = new Set(post.snippets[channel]?.map(({ kind }) => kind ?? 'link'))
    if (shares.some((share) => share.channel === channel)) has.add('link')
    const used = new Set<string>()
    return suggested.flatMap((kind): Suggestion[] => {
      if ((dimmers[kind]?.times ?? 0) === 0 || has.has(kind)) return []
      // Strangers have no use for a page that is for customers.
      if (kind === 'link' && (serves ?? plan.goal) === 'acquire' && post.goal === 'retain') return []
      if (kind === 'link' && !network.links.areClickable) return []
      const image = network.images.isNeeded ? material.image : undefined
      if (mediaProblem(image, network)?.level === 'error') return []
      const url = kind === 'link' ? linkAddress(post, plan, channel, name) : undefined
      const fitting = candidates[kind].flatMap(({ from, sentences, least = 1, end = '' }): Candidate[] => {
        if (end !== '' && !network.links.areClickable) return []
        const most = network.isPosted ? mostSentences[kind] : sentences.length
        for (let count = Math.min(most, sentences.length); count >= least; count--) {
          const text = sentences.slice(0, count).join(' ') + end
          if (overCeilings({ parts: [text], ...(url && { url }) }, network, limit).length === 0)
            return own.some((said) => areAlike(said, shinglesOf(text))) ? [] : [{ from, text }]
        }
        return []
      })
      const free = fitting.filter(({ from }) => !used.has(from))
      const chosen = free.find(({ from }) => !taken.has(from)) ?? free[0]
      if (!chosen) return []
      used.add(chosen.from)
      taken.add(chosen.from)
      const at = timeOf(channel)
      return [{ channel, kind, ...(at && { at }), text: chosen.text, ...(image && { image }) }]
    })
  })
}

/** Sentences, of which as many are taken as fit, with what always stands at their end. */
interface Draft {
  from: string
  sentences: readonly string[]
  /** Fewer say nothing. */
  least?: number
  end?: string
}

/** Asks people about their own, or about themselves: these they can answer. */
const isOnYours = /\byours?\b/i
const isOnYou = /\byou\b/i
/** Only the page says what it means. */
const leansOnPage = /\b(?:this|that|these|those|it|they|them)\b/i

function inOrder<T>(all: readonly T[], rank: (each: T) => number): T[] {
  return all.toSorted((a, b) => rank(a) - rank(b))
}

/** What may be said of each kind, the best first. */
function candidatesOf(
  { title, answer = '', takeaway }: Pick<Post, 'title' | 'answer' | 'takeaway'>,
  { keyPoints, asked, figures }: Material,
  siteName: string,
): Record<Suggestion['kind'], Draft[]> {
  const answers = answer === '' ? [] : splitSentences(answer)
  const whole = title.endsWith('?') ? [{ question: title, answer: answers }] : []
  const questions = inOrder(
    asked.filter(({ question }) => question.split(' ').length >= 4),
    ({ question }) => (leansOnPage.test(question) ? 1 : 0),
  )
  const figureDrafts = figures
    .filter(({ sentence }) => addressesIn(sentence).length === 0)
    .map(({ sentence, source }) => ({ from: sentence, sentences: [sentence], end: ` ${source}` }))
  const drafts: Record<Suggestion['kind'], Draft[]> = {
    question: inOrder([...whole, ...questions], ({ question }) =>
      leansOnPage.test(question) ? 3 : isOnYours.test(question) ? 0 : isOnYou.test(question) ? 1 : 2,
    ).map(({ question }) => ({ from: question, sentences: [question] })),
    answer: [
      ...[...questions, ...whole]
        .filter((each) => each.answer.length > 0)
        .map((each) => ({ from: each.question, sentences: [each.question, ...each.answer], least: 2 })),
      ...figureDrafts,
    ],
    tip: [
      ...figureDrafts,
      ...keyPoints
        .filter((point) => point.split(' ').length >= 6)
        .map((point) => ({ from: point, sentences: [point] })),
      ...(takeaway === undefined ? [] : [{ from: takeaway, sentences: [takeaway] }]),
    ],
    link: [
      ...whole.map((each) => ({ from: title, sentences: [title, ...each.answer], least: 2 })),
      ...(answers.length === 0 ? [] : [{ from: title, sentences: answers }]),
      ...whole.map(() => ({ from: title, sentences: [title] })),
    ],
  }
  const isFree = ({ sentences }: Draft) => !sentences.some((sentence) => sentence.includes(siteName))
  return {
    question: drafts.question.filter(isFree),
    answer: drafts.answer.filter(isFree),
    tip: drafts.tip.filter(isFree),
    link: drafts.link.filter(isFree),
  }
}
