import type { Fault } from '../../../src/calendar/fault.ts'
import { parseBody } from '../../../src/mdx/parse-body.ts'
import type { Lexicon } from '../words/lexicon.ts'
import { languageOf } from './language-of.ts'
import { readPassages } from './read-passages.ts'
import type { Occasion, Passage, Text } from './text.ts'

/** Splits a body that is a tree already, whoever parsed it. */
export function makeText(
  file: string,
  source: string,
  tree: Text['tree'],
  occasion: Occasion,
  lexicon: Lexicon,
  fields: readonly Passage[] = [],
): Text {
  const { headings, pictures, definitions, ...read } = readPassages(tree, source, lexicon)
  const passages = fields.length === 0 ? read.passages : [...fields, ...read.passages]
  let wordCount = 0
  for (const passage of read.passages) wordCount += passage.wordCount
  return { ...occasion, file, source, tree, passages, headings, pictures, definitions, wordCount }
}

/**
 * A text that belongs to no calendar: for strangers, in the language that its front matter or its words say.
 * @param bodyStart offset behind the front matter
 */
export function makeTextAlone(
  file: string,
  source: string,
  tree: Text['tree'],
  bodyStart: number,
  lexicon: Lexicon,
): Text {
  const text = makeText(file, source, tree, { goal: 'acquire', lang: 'en' }, lexicon)
  const lang = languageOf(source.slice(0, bodyStart), text.passages)
  return lang === text.lang ? text : { ...text, lang }
}

/** A file by itself: of its front matter, only `lang` is read. MDX where the name says so, else Markdown. */
export function readFile(file: string, source: string, lexicon: Lexicon): { text: Text; faults: Fault[] } {
  const bodyStart = frontMatterEnd(source)
  const body = parseBody({
    file,
    text: source,
    bodyStart,
    isPlain: !file.endsWith('.mdx'),
  })
  return { text: makeTextAlone(file, source, body.tree, bodyStart, lexicon), faults: body.faults }
}

/** Offset behind a block of YAML (`---`) or TOML (`+++`) that begins a file. */
export function frontMatterEnd(source: string): number {
  return /^\uFEFF?(---|\+\+\+)[ \t]*\r?\n(?:[\s\S]*?\n)?\1[ \t]*(?:\r?\n|$)/.exec(source)?.[0].length ?? 0
}
