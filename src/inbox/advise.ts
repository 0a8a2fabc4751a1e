import type { Calendar } from '../calendar/calendar.ts'
import { dayOf } from '../calendar/time.ts'
import type { Goal, Purpose } from '../calendar/vocabulary.ts'
import type { Cluster } from './cluster.ts'
import type { Idea } from './ideas.ts'
import type { Match } from './post-matcher.ts'
import type { Counted } from './score-idea.ts'
import { shellWord } from './shell-word.ts'

/** Something that was heard, with all that decides what to do about it. */
export interface Occasion {
  cluster: Cluster
  counted: Counted
  /** Best first. */
  matches: readonly Match[]
  /** Words by which people complain. */
  complaints: readonly string[]
  goal: Goal
  purpose: Purpose
  calendar: Calendar
}

/** From here on a post answers it: three words of five. */
const answered = 0.6
/** From here on a post is about something so near that a passage in it may do. */
const near = 0.5
/** From here on a post that is begun may well become the answer. */
const nearDraft = 0.33
/** From here on two posts answer the same search. */
const same = 0.75
/** Impressions below which a place in the results says nothing. */
const shownEnough = 100
/** The most ids that a command line is given. */
const mostIds = 8

type Advice = Pick<Idea, 'outcome' | 'why' | 'act' | 'command' | 'isBegun'> & {
  gap: { size: number; why: string }
}

/** What to do, and how badly it is answered now; undefined where all is well. */
export function adviseOn(occasion: Occasion): Advice | undefined {
  const { cluster, counted, matches, complaints } = occasion
  const [best, second] = matches
  const size = 1 - (best?.fit ?? 0)
  const closest = best
    ? `closest is \`${best.slug}\`, at ${percent(best.fit)}, by \`${best.closest}\``
    : 'no post has a word of it'
  const gap = { size, why: closest }
  if (complaints.length > 0)
    return {
      outcome: 'tell',
      why: `People say \`${complaints[0]}\`; a post would explain what should be mended.`,
      act: 'Pass it on to whoever can change the thing itself, in these words.',
      gap,
    }
  const isAsked = cluster.entries.some(({ kind }) => kind !== 'mention')
  if (!isAsked) return undefined
  const isBegun = best && !best.isLive && best.post.state !== 'scheduled'
  if (!best || best.fit < (isBegun ? nearDraft : near)) return writing(gap)
  if (best.fit < answered) return isBegun ? finishing(best, gap) : widening(best, gap)
  const { state, publish, slug, file } = best.post
  if (state === 'live') {
    if (counted.waiting.length > 0) return answering(occasion, best, gap)
    if (second && isTwin(best, second)) return merging(best, second)
    return improving(best, counted)
  }
  if (state !== 'scheduled') return finishing(best, gap)
  if (counted.waiting.length === 0 || !publish) return undefined
  return {
    outcome: 'answer',
    why: `\`${slug}\` answers it and goes live on ${dayOf(publish)}.`,
    act: `Tell them that an answer comes on ${dayOf(publish)}, and send them ${file} then.`,
    gap,
  }
}

function writing(gap: Advice['gap']): Advice {
  return {
    outcome: 'write',
    why: 'No post answers it.',
    act: 'Begin a post with this title; the words are those that were used.',
    gap,
  }
}

function finishing({ file, post, fit }: Match, gap: Advice['gap']): Advice {
  return {
    outcome: 'write',
    why: `A post about it is begun (${post.state}), and nobody can read it yet.`,
    act: `Finish ${file}.`,
    isBegun: true,
    gap: { ...gap, size: Math.max(gap.size, fit >= answered ? 0.5 : 0) },
  }
}

function widening({ file, slug, closest }: Match, gap: Advice['gap']): Advice {
  return {
    outcome: 'update',
    why: `\`${slug}\` is near, but answers \`${closest}\`.`,
    act: `Add this question as a heading to ${file}, with its answer below.`,
    gap,
  }
}

function answering({ counted, calendar }: Occasion, { post, slug }: Match, gap: Advice['gap']): Advice {
  const { waiting } = counted
  const ids = waiting.slice(0, mostIds).map(({ id }) => id)
  const who = waiting.length === 1 ? 'whoever asked' : `the ${waiting.length} who asked`
  return {
    outcome: 'answer',
    why: `\`${slug}\` answers it, and ${waiting.length === 1 ? 'one question waits' : `${waiting.length} questions wait`}.`,
    act: `Send ${who} ${calendar.plan.site.url}${post.path}, then note it:`,
    command: ['npm', 'run', 'coldread', '--', 'answered', ...ids, '--with', slug].map(shellWord).join(' '),
    gap: { size: 0.6, why: `who asked has not got the answer; ${gap.why}` },
  }
}

function isTwin(a: Match, b: Match): boolean {
  return (
    Math.min(a.fit, b.fit) >= same &&
    [a, b].every(({ isLive, isItsSubject, post }) => isLive && isItsSubject && post.goal === 'acquire') &&
    (a.post.series === undefined || a.post.series !== b.post.series)
  )
}

function merging(a: Match, b: Match): Advice {
  return {
    outcome: 'merge',
    why: `\`${a.slug}\` and \`${b.slug}\` answer the same search, and take each other's place in the results.`,
    act: `Bring ${b.file} into ${a.file}, then retire it with \`redirectTo: ${a.slug}\`.`,
    gap: { size: 0.5, why: `two posts answer it, at ${percent(a.fit)} and ${percent(b.fit)}` },
  }
}

/** A post answers it: does a search engine show it where people look, and do they choose it? */
function improving(
  { slug, file }: Match,
  { impressions, clicks, position = 0 }: Counted,
): Advice | undefined {
  if (impressions < shownEnough) return undefined
  const shown = `shown ${impressions.toLocaleString('en')} times`
  if (position > 11)
    return {
      outcome: 'update',
      why: `\`${slug}\` answers it, and stands at place ${position.toFixed(0)} of the results.`,
      act: `Answer it in the first lines of ${file}, and in its title, in these words.`,
      gap: {
        size: Math.min(1, 0.3 + (position - 10) / 40),
        why: `${shown}, on average at place ${position.toFixed(1)}`,
      },
    }
  if (clicks / impressions >= 0.01) return undefined
  return {
    outcome: 'update',
    why: `\`${slug}\` stands at place ${position.toFixed(0)} of the results, and hardly anybody chooses it.`,
    act: `Let title and description of ${file} say what the answer is.`,
    gap: { size: 0.4, why: `${shown}, chosen ${clicks === 1 ? 'once' : `${clicks} times`}` },
  }
}

function percent(fit: number): string {
  return `${Math.round(fit * 100)} %`
}
