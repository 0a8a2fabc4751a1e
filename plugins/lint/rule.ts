import type { z } from 'zod'
import type { Calendar } from '../../src/calendar/calendar.ts'
import type { GlossaryEntry } from '../../src/calendar/glossary.ts'
import type { Plan } from '../../src/calendar/plan.ts'
import type { Post } from '../../src/calendar/post.ts'
import type { WrittenSnippet } from '../../src/calendar/snippet.ts'
import type { Goal } from '../../src/calendar/vocabulary.ts'
import type { Match, Phrase } from './find-phrases.ts'
import type { Edit, Finding, Level } from './finding.ts'
import type { Spot, Text } from './text/text.ts'

/** What rules know of the site besides the text before them. Outside a project only the rule lists are known. */
export interface Site {
  /** How the team calls itself and what it sells: the site's name, and `lint.brands` of the plan. */
  readonly brands: readonly string[]
  readonly glossary: readonly GlossaryEntry[]
  readonly plan?: Plan
}

/** A way to mend, as a rule gives it. */
export interface ReportedFix {
  /** What the words of the report become; or edits of the file. */
  readonly to: string | readonly Edit[]
  /** What it does; by default "Write `…`". */
  readonly label?: string
  /** Cannot be wrong. */
  readonly isSafe?: boolean
}

/** What a rule says. */
export interface Report {
  /** Words of a passage; a field of the post's entry, as in `['title']`; or offsets in the file. */
  readonly at:
    | Spot
    | { readonly field: readonly (string | number)[] }
    | { readonly start: number; readonly end: number }
  /** What is the matter and what to do, in one sentence, quoting the words in backticks. */
  readonly message: string
  /** The list and its entry, or the figure and its limit, that made the rule speak. */
  readonly because: string
  /** Why it matters, where the rule's own `why` says too little. */
  readonly note?: string
  /** What it is about; by default the words of `at`. */
  readonly quote?: string
  /** Findings with the same key are of one kind, as in `Finding`; by default the quote in lower case. */
  readonly key?: string
  /** Lower than the rule's own level. */
  readonly level?: Level
  readonly fixes?: readonly ReportedFix[]
}

/** What a check is given besides the text. */
interface Tools<O = unknown, P extends Phrase = Phrase> {
  readonly options: O
  /** Where the rule's phrases stand. */
  readonly matches: readonly Match<P>[]
  readonly site: Site
  report(report: Report): void
}

interface RuleFacts<O> {
  /** `group-name`; also the name of its folder and of its page. */
  readonly id: string
  /** What it looks for, in a few words. */
  readonly summary: string
  /** Why that matters to a reader from search, one or two sentences. */
  readonly why: string
  /** A level, or one for each goal. */
  readonly level: Level | Readonly<Record<Goal, Level | 'off'>>
  /** What a plan may set; every option has a default. */
  readonly options?: z.ZodType<O>
  /** Looks at English only. */
  readonly isEnglish?: boolean
  /** Rules that know more of a word: where one of them speaks of it, this one keeps silent. */
  readonly yieldsTo?: readonly string[]
}

/** Looks at a text by itself. Runs on any file, and on snippets where `inSnippets` says so. */
export interface TextRule<O, P extends Phrase> extends RuleFacts<O> {
  readonly sees: 'text'
  readonly inSnippets?: boolean
  readonly phrases?: readonly P[]
  check(text: Text, tools: Tools<O, P>): void
}

/** A post's text with its entry in the calendar. */
export interface PostText extends Text {
  readonly post: Post
}

/** Looks at a post: its entry and its text. */
export interface PostRule<O, P extends Phrase> extends RuleFacts<O> {
  readonly sees: 'post'
  readonly phrases?: readonly P[]
  check(post: PostText, tools: Tools<O, P>): void
}

/** A snippet's text, with where it goes. */
export interface SnippetText extends Text {
  readonly channel: string
  readonly snippet: WrittenSnippet
  /** The post that it belongs to. */
  readonly post: Post
}

/** Looks at a snippet and the channel that it goes to. */
export interface SnippetRule<O, P extends Phrase> extends RuleFacts<O> {
  readonly sees: 'snippet'
  readonly phrases?: readonly P[]
  check(snippet: SnippetText, tools: Tools<O, P>): void
}

/** What a calendar rule collected from one post, as plain data. */
export interface Collected<C> {
  readonly post: Post
  readonly data: C
  /** What other rules said of the post's own text. */
  readonly findings: readonly Finding[]
}

/** A report with the file that it is about: a post, the plan, or another. */
export interface CalendarReport extends Omit<Report, 'at'> {
  readonly file: string
  /** A field of a post's entry or of the plan; or offsets in the file. */
  readonly at:
    | { readonly field: readonly (string | number)[] }
    | { readonly start: number; readonly end: number }
}

/** Looks at all posts together: collects from each, then speaks once. */
export interface CalendarRule<O, C> extends RuleFacts<O> {
  readonly sees: 'calendar'
  /** JSON data of one post, which may be kept between runs; what it depends on is the post's text alone. */
  collect?(post: PostText, tools: Pick<Tools<O>, 'options' | 'site'>): C
  /** Posts in the order of their slugs, retired ones left out, and those that nothing was collected from. */
  complete(
    collected: readonly Collected<C>[],
    tools: {
      readonly options: O
      readonly site: Site
      readonly calendar: Calendar
      report(report: CalendarReport): void
    },
  ): void
}

/** Known to the engine itself, which finds what it is about. */
export interface EngineRule<O> extends RuleFacts<O> {
  readonly sees: 'lint'
}

// biome-ignore lint/suspicious/noExplicitAny: a registry holds rules of every shape; each was checked where it was defined
type Any = any

/** A rule of any kind. */
export type Rule =
  | TextRule<Any, Any>
  | PostRule<Any, Any>
  | SnippetRule<Any, Any>
  | CalendarRule<Any, Any>
  | EngineRule<Any>

/** A rule as it stands. Says what it is, so that the compiler checks it. */
export function defineTextRule<O, P extends Phrase = Phrase>(
  rule: Omit<TextRule<O, P>, 'sees'>,
): TextRule<O, P> {
  return { ...rule, sees: 'text' }
}

export function definePostRule<O, P extends Phrase = Phrase>(
  rule: Omit<PostRule<O, P>, 'sees'>,
): PostRule<O, P> {
  return { ...rule, sees: 'post' }
}

export function defineSnippetRule<O, P extends Phrase = Phrase>(
  rule: Omit<SnippetRule<O, P>, 'sees'>,
): SnippetRule<O, P> {
  return { ...rule, sees: 'snippet' }
}

export function defineCalendarRule<O, C = undefined>(
  rule: Omit<CalendarRule<O, C>, 'sees'>,
): CalendarRule<O, C> {
  return { ...rule, sees: 'calendar' }
}

export function defineEngineRule<O>(rule: Omit<EngineRule<O>, 'sees'>): EngineRule<O> {
  return { ...rule, sees: 'lint' }
}
