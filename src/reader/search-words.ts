import type { Site } from './shown-site.ts'

/** Words as short as these are never suggested. */
const shortest = 3

/**
 * Words by which this site is searched, for suggestions to who misspelled one: of questions, of other words for them, headings,
 * topics and glossary terms. The most used first, then by alphabet.
 */
export function searchWords({
  posts,
  topics,
  glossary,
}: Pick<Site, 'posts' | 'topics' | 'glossary'>): string[] {
  const texts = [
    ...posts.flatMap(({ title, query, aka, headings }) => [
      title,
      query,
      ...aka,
      ...headings.map(({ text }) => text),
    ]),
    ...Object.values(topics).map(({ title }) => title),
    ...glossary.map(({ term }) => term),
  ]
  const uses = new Map<string, number>()
  for (const word of texts.flatMap(
    (text) =>
      text
        .normalize('NFC')
        .toLowerCase()
        .match(/[\p{L}\p{N}]+/gu) ?? [],
  ))
    if (word.length >= shortest) uses.set(word, (uses.get(word) ?? 0) + 1)
  return [...uses].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1)).map(([word]) => word)
}
