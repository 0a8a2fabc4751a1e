import type { Calendar } from '../calendar/calendar.ts'
import { explainedWords } from '../calendar/glossary.ts'
import type { Post } from '../calendar/post.ts'
import type { PublishedPost, PublishedSite } from './published.ts'
import { pagesOfPosts } from './site-pages.ts'

/** Picks what readers may know of a post; what is not listed here stays with the editors. */
export function publishPost(
  post: Post,
  body: Pick<PublishedPost, 'headings' | 'terms' | 'words' | 'card'>,
): PublishedPost {
  const { slug, path, state, title, query, intent, goal, author, lang, topics, aka, related } = post
  const { answer, description, takeaway, publish, updated, series, cover } = post
  return {
    ...{ slug, path, state, title, query, intent, goal, author, lang, topics, aka, related },
    ...(answer !== undefined && { answer }),
    ...(description !== undefined && { description }),
    ...(takeaway !== undefined && { takeaway }),
    ...(publish !== undefined && { publish }),
    ...(updated !== undefined && { updated }),
    ...(series !== undefined && { series }),
    ...(cover !== undefined && { cover }),
    ...body,
  }
}

/** Picks what readers may know besides posts. Words that only the team knows stay with the team. */
export function publishSite(
  calendar: Calendar,
  isShown: (post: Post) => boolean,
  { isPreview, card }: Pick<PublishedSite, 'isPreview' | 'card'>,
): PublishedSite {
  const { plan, glossary } = calendar
  const { name, about, url, lang, ask, subscribe } = plan.site
  const { authors, series } = pagesOfPosts(calendar, isShown)
  const shown = calendar.posts.filter(isShown)
  return {
    ...{ name, about, url, lang, zone: plan.zone, isPreview, authors },
    hasPosts: shown.length > 0,
    hasNews: shown.some(({ goal }) => goal === 'retain'),
    ...(card !== undefined && { card }),
    ...(ask !== undefined && { ask }),
    ...(subscribe !== undefined && { subscribe }),
    topics: plan.topics,
    series,
    glossary: explainedWords(glossary).sort((a, b) => a.term.localeCompare(b.term, lang)),
    answers: Object.entries(plan.channels).flatMap(([channel, { network, account, serves, replies }]) =>
      replies === undefined
        ? []
        : [
            {
              name: channel,
              network,
              ...(account !== undefined && { account }),
              serves: serves ?? plan.goal,
              replies,
            },
          ],
    ),
  }
}
