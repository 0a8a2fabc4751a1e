import type { Element, ElementContent } from 'hast'
import { h } from 'hastscript'
import type { Post } from '../../calendar/post.ts'
import { answersOf } from '../../inbox/answers.ts'
import { postMatcher } from '../../inbox/post-matcher.ts'
import { stemsHeard } from '../../inbox/words-heard.ts'
import type { BoardData } from '../board-data.ts'
import { type Cell, tableOf } from '../charts/figure.ts'
import { percentWords } from '../charts/number-words.ts'
import { boardHref } from '../view.ts'
import { stateWords } from '../words.ts'
import type { Searches } from './query-rows.ts'

/** As much of a list as one takes in. */
const most = 20
/** Searches that are looked at for it, the most shown first. */
const mostLooked = 200
/** A post that fits less does not come close, 0 to 1: one that readers can see, or soon can, and one that is begun. Ideas have the same. */
const leastFit = { public: 0.5, begun: 0.33 } as const

/** What is in the way of being found: clashes, orphans, questions and searches without an answer. */
export function renderOverview(data: BoardData, { rows, clashes, figures }: Searches): ElementContent[] {
  const orphans = rows.filter(({ isOrphan }) => isOrphan)
  const { inbox, calendar, hrefs } = data
  const { open } = answersOf(inbox)
  const match = postMatcher(calendar)
  const closeTo = (text: string): Post | undefined => {
    const [best] = match(stemsHeard(text, calendar.plan.site.lang))
    if (!best) return undefined
    const isPublic = best.post.state === 'live' || best.post.state === 'scheduled'
    return best.fit >= leastFit[isPublic ? 'public' : 'begun'] ? best.post : undefined
  }
  const near = (text: string): Cell => {
    const post = closeTo(text)
    return post ? withState(post) : 'none comes close'
  }
  const withState = (post: Post) => [fileLink(post), ` (${stateWords[post.state]})`]
  const unmet = figures.others
    .values()
    .take(mostLooked)
    .filter(({ text }) => !closeTo(text))
    .take(most)
    .toArray()
  return [
    ...section(
      'Clashes',
      'Two posts for one search compete with each other.',
      'No two posts answer the same search.',
      clashes.map(({ searches, posts, likeness }): Cell[] => [
        searches[0] === searches[1] ? searches[0] : `${searches[0]} / ${searches[1]}`,
        withState(posts[0]),
        withState(posts[1]),
        percentWords(likeness),
      ]),
      ['search', 'post', 'post', 'the same words'],
    ),
    ...section(
      'Orphans',
      'No post that readers can see leads to these.',
      data.leadsTo
        ? 'Every post that strangers can find is linked to from another.'
        : 'Links were not looked at.',
      orphans.map(({ post }) => [post.query, [fileLink(post)], stateWords[post.state]]),
      ['search', 'post', 'state'],
    ),
    ...section(
      'Questions that wait for an answer',
      'Asked of us, and nobody has answered yet.',
      'Nobody waits for an answer.',
      open.slice(0, most).map(({ text, on, day }) => [text, on, day, near(text)]),
      ['question', 'asked on', 'day', 'post that comes close'],
      open.length,
      h('p', ['What to do about them: ', h('a', { href: boardHref('ideas') }, 'Ideas'), '.']),
    ),
    ...section(
      'Searches without a post',
      'Strangers searched for this, saw the site, and no post is about it; the most shown first.',
      inbox.entries.some((entry) => entry.kind === 'search')
        ? 'Every search that showed the site has a post that comes close.'
        : 'No searches were imported. Export the queries of your search console, then: npm run coldread -- import FILE',
      unmet.map(({ text, figures: { clicks, impressions, position } }) => [
        text,
        clicks,
        impressions,
        position,
      ]),
      ['search', 'clicks', 'shown', 'place'],
    ),
  ]

  function fileLink(post: Post): Element {
    return h('a', { href: hrefs.file(post.file) }, post.title)
  }
}

function section(
  title: string,
  intro: string,
  empty: string,
  rows: readonly (readonly Cell[])[],
  head: readonly string[],
  all = rows.length,
  more?: Element,
): ElementContent[] {
  if (rows.length === 0) return [h('h2', title), h('p.empty', empty)]
  return [
    h('h2', title),
    h('p.quiet', intro),
    tableOf({ caption: title, head, rows: rows.slice(0, most), isWordy: true }),
    ...(all > most ? [h('p.quiet', `And ${all - most} more.`)] : []),
    ...(more ? [more] : []),
  ]
}
