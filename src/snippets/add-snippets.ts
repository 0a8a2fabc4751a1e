import { isDeepStrictEqual } from 'node:util'
import { isMap, isScalar, isSeq, type Pair, parseDocument, Scalar, stringify } from 'yaml'
import { splitFrontMatter } from '../calendar/front-matter.ts'
import type { Suggestion } from './suggest.ts'

/** Suggestions as they stand in a post's entry, under `snippets:`. */
export function renderSuggestions(suggestions: readonly Suggestion[]): string {
  return suggestions.length === 0 ? '' : stringify({ snippets: nodesOf(suggestions) }, style)
}

/** The width of an entry's lines, as a person would break them. */
const style = { lineWidth: 96 } as const

/** Suggestions by channel: words alone where they say everything, lists otherwise. */
function nodesOf(suggestions: readonly Suggestion[]): Record<string, unknown> {
  return Object.fromEntries(
    [...Map.groupBy(suggestions, ({ channel }) => channel)].map(([channel, own]) => {
      const [first] = own
      const isShort = own.length === 1 && first?.kind === 'link' && !first.image && !first.at
      return [channel, isShort ? words(first.text) : own.map(nodeOf)]
    }),
  )
}

function nodeOf({ kind, at, text, image }: Suggestion): object {
  return { ...(kind !== 'link' && { kind }), ...(at && { at }), text: words(text), ...(image && { image }) }
}

function words(text: string): Scalar {
  const scalar = new Scalar(text)
  if (text.length > 60) scalar.type = 'BLOCK_FOLDED'
  return scalar
}

/**
 * A post with suggestions among its snippets: nothing that is there is lost or changed. A channel that has words alone
 * becomes a list of them and of what is new.
 * @returns undefined where they cannot be put in without writing the rest anew
 */
export function addSnippets(
  file: string,
  source: string,
  suggestions: readonly Suggestion[],
): string | undefined {
  const split = splitFrontMatter(file, source)
  if ('fault' in split || split.yaml.faults.length > 0) return undefined
  if (suggestions.length === 0) return source
  const from = source.indexOf('\n') + 1
  const to = source.indexOf('\n---', from - 1) + 1
  const lineEnd = source.includes('\r\n') ? '\r\n' : '\n'
  const entry = source.slice(from, to).replaceAll('\r\n', '\n')
  const added = withSnippets(entry, suggestions)
  if (added === undefined) return undefined
  const text = source.slice(0, from) + added.replaceAll('\n', lineEnd) + source.slice(to)
  const read = splitFrontMatter(file, text)
  if ('fault' in read || read.yaml.faults.length > 0) return undefined
  return isDeepStrictEqual(read.yaml.value, withValues(split.yaml.value, suggestions)) ? text : undefined
}

/** What the entry has to mean afterwards. */
function withValues(value: unknown, suggestions: readonly Suggestion[]): unknown {
  const entry = value as { snippets?: Record<string, unknown> | null }
  const snippets: Record<string, unknown> = { ...entry.snippets }
  for (const [channel, own] of Map.groupBy(suggestions, (each) => each.channel)) {
    const before = snippets[channel]
    const plain = JSON.parse(JSON.stringify(nodesOf(own)[channel])) as unknown
    const isList = Array.isArray(plain)
    if (before === undefined) snippets[channel] = plain
    else {
      const kept = typeof before === 'string' ? [{ text: before }] : (before as unknown[])
      snippets[channel] = [...kept, ...(isList ? plain : [{ text: plain }])]
    }
  }
  return { ...entry, snippets }
}

/** The entry's YAML with suggestions, its lines ending in `\n`; undefined where its shape does not allow it. */
function withSnippets(entry: string, suggestions: readonly Suggestion[]): string | undefined {
  const document = parseDocument(entry)
  const top = document.contents
  if (!isMap(top) || top.flow) return undefined
  const held = top.items.find(({ key }) => isScalar(key) && key.value === 'snippets')
  if (!held) return `${entry.replace(/(?<!\n)$/, '\n')}${renderSuggestions(suggestions)}`
  const map = held.value
  if (!isMap(map) || map.flow || map.items.length === 0) return undefined
  const starts = map.items.map(keyStart)
  if (starts.some((start) => start === undefined)) return undefined
  const indent = columnOf(entry, starts[0] as number)
  const edits: { at: number; end: number; text: string }[] = []
  const fresh: Suggestion[] = []
  for (const [channel, own] of Map.groupBy(suggestions, (each) => each.channel)) {
    const index = map.items.findIndex(({ key }) => isScalar(key) && key.value === channel)
    const pair = map.items[index] as Pair | undefined
    if (!pair) fresh.push(...own)
    else {
      const end = endOf(entry, pair.value)
      if (end === undefined) return undefined
      const items = stringify(own.map(nodeOf), style)
      if (isSeq(pair.value) && !pair.value.flow && pair.value.range) {
        const column = columnOf(entry, pair.value.range[0])
        edits.push({ at: end, end, text: indented(items, column) })
      } else if (isScalar(pair.value) && typeof pair.value.value === 'string' && pair.value.range) {
        const start = pair.value.range[0]
        const rest = entry.slice(start, end).replace(/\n(?=[^\n])/g, '\n    ')
        const head = `\n${' '.repeat(indent + 2)}- text: `
        edits.push({
          at: entry.slice(0, start).trimEnd().length,
          end,
          text: `${head}${rest}${indented(items, indent + 2)}`,
        })
      } else return undefined
    }
  }
  if (fresh.length > 0) {
    const end = endOf(entry, map)
    if (end === undefined) return undefined
    edits.push({ at: end, end, text: indented(stringify(nodesOf(fresh), style), indent) })
  }
  // What goes to the end of the map is put in first, so that it stays behind what ends there too.
  return edits
    .reverse()
    .sort((a, b) => b.at - a.at)
    .reduce((text, { at, end, text: more }) => text.slice(0, at) + more + text.slice(end), entry)
}

function keyStart({ key }: { key: unknown }): number | undefined {
  return isScalar(key) ? key.range?.[0] : undefined
}

function columnOf(text: string, offset: number): number {
  return offset - (text.lastIndexOf('\n', offset - 1) + 1)
}

/** Where the lines of a value end: behind the last of its words and what is said beside them. */
function endOf(text: string, value: unknown): number | undefined {
  const end = (value as { range?: readonly number[] } | null)?.range?.[1]
  if (end === undefined) return undefined
  const last = text.slice(0, end).trimEnd().length
  const line = text.indexOf('\n', last)
  return line === -1 ? undefined : line + 1
}

function indented(yaml: string, columns: number): string {
  return yaml.replace(/^(?=.)/gm, ' '.repeat(columns))
}
