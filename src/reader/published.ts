import type { Author } from '../calendar/authors.ts'
import type { GlossaryEntry } from '../calendar/glossary.ts'
import type { Plan } from '../calendar/plan.ts'
import type { Post } from '../calendar/post.ts'
import type { NetworkName } from '../calendar/vocabulary.ts'

/** What the site may know of a post, besides its body. */
export interface PublishedPost
  extends Pick<
    Post,
    | 'slug'
    | 'path'
    | 'state'
    | 'title'
    | 'query'
    | 'intent'
    | 'answer'
    | 'description'
    | 'takeaway'
    | 'goal'
    | 'publish'
    | 'updated'
    | 'author'
    | 'lang'
    | 'topics'
    | 'series'
    | 'aka'
    | 'cover'
    | 'related'
  > {
  headings: readonly { depth: number; slug: string; text: string }[]
  /** Glossary words that the body explains, in order. */
  terms: readonly string[]
  /** Words of the body. */
  words: number
  /** Path of its picture for social cards, 1200 × 630, below the site's address; none where the plan wants none. */
  card?: string
}

/** What lists say of a post. */
export type ListedPost = Pick<
  PublishedPost,
  'path' | 'title' | 'lang' | 'state' | 'publish' | 'answer' | 'description'
>

/** What the site may know besides posts: every page may show any of it. */
export interface PublishedSite {
  name: string
  about: string
  /** Address without a trailing slash; may hold a path. */
  url: string
  lang: string
  zone: string
  ask?: string
  subscribe?: string
  topics: Plan['topics']
  series: Plan['series']
  authors: Readonly<Record<string, Author>>
  /** Words that readers may see, sorted. */
  glossary: readonly (GlossaryEntry & { meaning: string })[]
  /** Where and how soon someone answers; `off` where nobody does. */
  answers: readonly {
    name: string
    network: NetworkName
    account?: string
    serves: Post['goal']
    replies: string
  }[]
  /** Path of the picture for social cards of all other pages, 1200 × 630; none where the plan wants none. */
  card?: string
  /** A preview that shows unpublished posts too, for editors only. */
  isPreview: boolean
  /** There is something to search, and something on the page of news. */
  hasPosts: boolean
  hasNews: boolean
}

/** What a rule of the lint says of itself. */
export interface PublishedRule {
  id: string
  /** Title of the rules that it belongs to. */
  group: string
  /** What it looks for, in a few words. */
  summary: string
  /** Why that matters, one or two sentences. */
  why: string
}
