/** Kinds of pages in the words of schema.org. */
export type PageKind =
  | 'AboutPage'
  | 'CollectionPage'
  | 'ContactPage'
  | 'ProfilePage'
  | 'SearchResultsPage'
  | 'WebPage'

const kinds: readonly (readonly [RegExp, PageKind])[] = [
  [/^\/(?:topics\/.*|series\/.+|news\/|rules\/)?$/, 'CollectionPage'],
  [/^\/authors\/.+$/, 'ProfilePage'],
  [/^\/about\/$/, 'AboutPage'],
  [/^\/where-we-answer\/$/, 'ContactPage'],
  [/^\/search\/$/, 'SearchResultsPage'],
]

/** What kind of page stands at a path below the site's address; posts are pages like any other. */
export function pageKind(path: string): PageKind {
  return kinds.find(([pattern]) => pattern.test(path))?.[1] ?? 'WebPage'
}
