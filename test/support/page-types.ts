/** One page of every type that the repository's own content makes, by its path below the site's address. */
export const pageTypes = {
  home: '',
  post: 'how-often-should-a-small-business-post/',
  'news post': 'news/november-changes-to-this-site/',
  news: 'news/',
  topics: 'topics/',
  topic: 'topics/rhythm/',
  series: 'series/first-plan/',
  author: 'authors/editors/',
  glossary: 'glossary/',
  about: 'about/',
  'where we answer': 'where-we-answer/',
  search: 'search/',
  rules: 'rules/',
  rule: 'rules/cal-mix/',
  404: 'no/such/page/',
} as const

/** Phone and desk. */
export const viewports = {
  phone: { width: 412, height: 823 },
  desk: { width: 1280, height: 800 },
} as const
