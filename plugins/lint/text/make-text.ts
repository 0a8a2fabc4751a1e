import type { Fault } from '../../../src/calendar/fault.ts'
import { parseBody } from '../../../src/mdx/parse-body.ts'
import type { Lexicon } from '../words/lexicon.ts'
import { readPassages } from './read-passages.ts'
import { fieldKinds, type Occasion, type Passage, type Text } from './text.ts'

/** Splits a body that is a tree already, whoever parsed it. */
export function makeText(
  file: string,
  source: string,
  tree: Text['tree'],
  occasion: Occasion,
  lexicon: Lexicon,
  fields: readonly Passage[] = [],
): Text {
  const passages = [...fields, ...readPassages(tree, source, lexicon)]
  let wordCount = 0
  for (const { kind, words } of passages)
    if (!fieldKinds.has(kind))
      for (const { isAddress, shape } of words) if (!isAddress && shape !== 'code') wordCount++
  return { ...occasion, file, source, tree, passages, wordCount }
}

/** A file by itself: whatever its front matter says is left out. MDX where the name says so, else Markdown. */
export function readFile(
  file: string,
  source: string,
  occasion: Occasion,
  lexicon: Lexicon,
): { text: Text; faults: Fault[] } {
  const body = parseBody({
    file,
    text: source,
    bodyStart: frontMatterEnd(source),
    isPlain: !file.endsWith('.mdx'),
  })
  return { text: makeText(file, source, body.tree, occasion, lexicon), faults: body.faults }
}

/** Offset behind a block of YAML (`---`) or TOML (`+++`) that begins a file. */
export function frontMatterEnd(source: string): number {
  return /^\uFEFF?(---|\+\+\+)[ \t]*\r?\n(?:[\s\S]*?\n)?\1[ \t]*(?:\r?\n|$)/.exec(source)?.[0].length ?? 0
}
