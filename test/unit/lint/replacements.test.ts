import { expect, it } from 'vitest'
import { findPhrases, type Match, phraseFinder } from '../../../plugins/lint/find-phrases.ts'
import { readFile } from '../../../plugins/lint/text/make-text.ts'
import { Lexicon } from '../../../plugins/lint/words/lexicon.ts'
import { plainFor, type Replacement, readReplacements } from '../../../plugins/lint/words/replacements.ts'

const lists = ['buzzwords.txt', 'wordy.txt']
const lexicon = new Lexicon(phraseFinder(lists.map((file) => [file, readReplacements(file)])))

/** A sentence after the one fix that it is offered, and whether that is safe; or what is said where none is offered. */
function mended(sentence: string): [string, boolean] {
  const { text } = readFile('example.mdx', sentence, lexicon)
  const [match] = [...findPhrases(text).values()].flat() as Match<Replacement>[]
  if (!match) return ['', false]
  const { words, fix } = plainFor(match)
  if (!fix) return [words, false]
  const { start, end } = match
  const edits = typeof fix.to === 'string' ? [{ start, end, text: fix.to }] : fix.to
  const written = edits.reduceRight(
    (all, edit) => all.slice(0, edit.start) + edit.text + all.slice(edit.end),
    sentence,
  )
  return [written, fix.isSafe ?? false]
}

it.each([
  ['The rust was completely eliminated.', 'The rust was eliminated.', true],
  ['It completely eliminates rust', 'It eliminates rust', true],
  ['These unexpected surprises hurt', 'These surprises hurt', true],
  ['A list of true facts', 'A list of facts', true],
  ['The new innovations', 'The innovations', true],
  ['They were joined together', 'They were joined', true],
  ['Utilizing it helps', 'Using it helps', true],
  ['Add an additional hour', 'Add another hour', false],
  ['Is that an end result?', 'Is that a result?', false],
  ['An unexpected surprise hurts', 'A surprise hurts', false],
  ['We circled back', 'We came back to it', true],
  ['We have circled back', 'We have come back to it', true],
  ['We have never really circled back', 'We have never really come back to it', true],
  ['It unlocked growth', 'It grew', true],
  ['The offer drove growth', 'The offer grew', true],
  ['That has driven growth', 'That has grown', true],
  ['It moved the needle', 'It made a difference', true],
  ['Nobody pushes the envelope', 'Nobody tries something new', true],
  ['It was productized', 'make a product of', false],
  ['We like streamlined workflows', 'work faster', false],
  ['She leads empowered teams', 'help teams', false],
  ['They empowered teams to act', 'They helped teams to act', true],
])('writes "%s" plainly', (sentence, plain, isSafe) => {
  expect(mended(sentence)).toEqual([plain, isSafe])
})
