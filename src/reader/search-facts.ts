import { intentNames } from './intent-names.ts'
import { promiseOf } from './promise.ts'
import type { PublishedPost, PublishedSite } from './published.ts'

/**
 * What the search index knows of a post besides its text, as attributes for Pagefind: values by which readers may narrow what they
 * found, other words by which the post is asked for, and the sentence that answers it.
 */
export function searchFacts(
  post: PublishedPost,
  site: Pick<PublishedSite, 'topics' | 'lang'>,
): Record<string, string | undefined> {
  const topics = post.topics.map((id, at) => [`data-topic-${at}`, site.topics[id]?.title ?? id] as const)
  const meta = ['aka[data-aka]', 'answer[data-answer]', ...(post.lang === site.lang ? [] : ['lang[lang]'])]
  return {
    'data-pagefind-body': '',
    'data-pagefind-filter': ['intent[data-intent]', ...topics.map(([name]) => `topic[${name}]`)].join(', '),
    'data-pagefind-meta': meta.join(', '),
    'data-intent': intentNames[post.intent],
    ...Object.fromEntries(topics),
    'data-aka': [post.query, ...post.aka].join(' · '),
    'data-answer': promiseOf(post),
  }
}
