import type { Post } from '../../../src/calendar/post.ts'
import type { WrittenSnippet } from '../../../src/calendar/snippet.ts'
import type { Body } from '../../../src/mdx/parse-body.ts'
import type { PostText, SnippetText } from '../rule.ts'
import type { Lexicon } from '../words/lexicon.ts'
import { alignYaml } from './align-yaml.ts'
import { fieldsOf } from './field-places.ts'
import { makeText } from './make-text.ts'
import { makePassage, noPictures } from './read-passages.ts'
import { fieldKinds, type Passage, type PassageKind } from './text.ts'

/** A post: the fields that readers see first, then its body. */
export function readPost(post: Post, body: Body, lexicon: Lexicon): PostText {
  const { file, goal, lang, query, intent } = post
  const source = post.source.text
  const fields = [...fieldKinds].flatMap((kind): Passage[] => {
    const value = post[kind as 'title']
    return value === undefined || post.origin[kind] !== undefined
      ? []
      : [fieldPassage(kind, value, file, source, [kind], lexicon)]
  })
  return {
    ...makeText(file, source, body.tree, { goal, lang, query, intent }, lexicon, fields),
    post,
    rangeOfField: (path) => fieldsOf(file, source).rangeOf(path),
  }
}

/** The snippets of a post, each a text of its own. */
export function readSnippets(
  post: Post,
  goalOf: (channel: string) => Post['goal'],
  lexicon: Lexicon,
): SnippetText[] {
  const source = post.source.text
  return Object.entries(post.snippets).flatMap(([channel, snippets]) =>
    snippets.map((snippet, index): SnippetText => {
      const at = ['snippets', channel, index]
      const written: [string, (string | number)[]][] = [
        ...(snippet.text === undefined
          ? []
          : [[snippet.text, [...at, 'text']] as [string, (string | number)[]]]),
        ...(snippet.parts ?? []).map((part, place): [string, (string | number)[]] => [
          part,
          [...at, 'parts', place],
        ]),
        ...(snippet.firstComment === undefined
          ? []
          : [[snippet.firstComment, [...at, 'firstComment']] as [string, (string | number)[]]]),
      ]
      const passages = written.map(([value, path]) =>
        fieldPassage('snippet', value, post.file, source, path, lexicon),
      )
      return {
        file: post.file,
        source,
        tree: { type: 'root', children: [] },
        goal: goalOf(channel),
        lang: post.lang,
        query: post.query,
        passages,
        ...noPictures,
        wordCount: passages.reduce((sum, { words }) => sum + words.length, 0),
        channel,
        snippet: snippet as WrittenSnippet,
        post,
        rangeOfField: (path) => fieldsOf(post.file, source).rangeOf(path),
      }
    }),
  )
}

function fieldPassage(
  kind: PassageKind,
  value: string,
  file: string,
  source: string,
  path: readonly (string | number)[],
  lexicon: Lexicon,
): Passage {
  let offsets: Int32Array | undefined
  const offsetOf = (index: number) => {
    const [start, end] = fieldsOf(file, source).rangeOf(path)
    offsets ??= alignYaml(value, source, start, end)
    return offsets[index] as number
  }
  return makePassage({ kind, depth: 0, text: value, isQuote: false, inside: [], path: [], offsetOf }, lexicon)
}
