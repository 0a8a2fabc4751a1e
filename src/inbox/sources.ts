import type { ReadContext, Source } from './source.ts'
import { feed } from './sources/feed.ts'
import { jsonLines } from './sources/json-lines.ts'
import { questions } from './sources/questions.ts'
import { searchConsole } from './sources/search-console.ts'
import { table } from './sources/table.ts'

/** Kinds of files by the name that `--as` takes, in the order in which they are tried. */
export const sources = {
  feed,
  'json-lines': jsonLines,
  'search-console': searchConsole,
  table,
  questions,
} as const satisfies Record<string, Source>

export type SourceName = keyof typeof sources

/** What a file is, by what stands in it. The last one takes anything. */
export function recognize(text: string, context: ReadContext): SourceName {
  const names = Object.keys(sources) as SourceName[]
  return names.find((name) => sources[name].recognizes(text, context)) ?? 'questions'
}
