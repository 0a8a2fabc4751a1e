import { expect, it } from 'vitest'
import { makePassage } from '../../../plugins/lint/text/read-passages.ts'
import { textOf } from '../../../plugins/lint/text/text.ts'
import { Lexicon } from '../../../plugins/lint/words/lexicon.ts'

function split(text: string, isQuote = false) {
  return makePassage(
    { text, kind: 'paragraph', depth: 0, isQuote, inside: [], path: [], offsetOf: (index) => index },
    new Lexicon(),
  )
}

it.each([
  ['Two posts, one week.', ['Two', 'posts', 'one', 'week']],
  ['It’s the shop’s sign', ['It', 'the', 'shop', 'sign']],
  ["don't re-open R&D", ["don't", 're', 'open', 'R&D']],
  ['C# and C++ at 3.5 %', ['C#', 'and', 'C++', 'at', '3.5']],
  ['The U.S. law, e.g. this', ['The', 'U.S', 'law', 'e.g', 'this']],
  ['either/or — both…', ['either', 'or', 'both']],
  ['naïve café, Größe', ['naïve', 'café', 'Größe']],
  ['("Tea," she said): \'tis well-known;', ['Tea', 'she', 'said', 'tis', 'well', 'known']],
  ["rock 'n' roll's fans' [day]", ['rock', 'n', 'roll', 'fans', 'day']],
  ["Run \uFFFC, or \uFFFC's twin", ['Run', '\uFFFC', 'or', '\uFFFC', 's', 'twin']],
  ['2nd|3rd<4th.', ['2nd', '3rd', '4th']],
  ['', []],
  [' … —', []],
])('splits "%s" into words', (text, words) => {
  const passage = split(text)
  expect(passage.words.map((word) => word.text)).toEqual(words)
  for (const { start, end, text: word } of passage.words) expect(text.slice(start, end)).toBe(word)
})

it.each([
  ['See https://notes.example/a?b=c. Then go.', ['https://notes.example/a?b=c']],
  ['Mail hello@notes.example or @mari about #prices', ['hello@notes.example', '@mari', '#prices']],
  [
    'Open notes.example, content/plan.yaml or ./week.png',
    ['notes.example', 'content/plan.yaml', './week.png'],
  ],
  ['The end.Then more', []],
])('tells addresses of "%s"', (text, addresses) => {
  const found = split(text).words.filter(({ isAddress }) => isAddress)
  expect(found.map((word) => word.text)).toEqual(addresses)
})

it.each([
  ['USA', 'caps'],
  ['SLAs', 'caps'],
  ['B2B', 'caps'],
  ['SaaS', 'mixed'],
  ['Word', 'capital'],
  ['I', 'capital'],
  ['word', 'lower'],
  ['42', 'number'],
  ['\uFFFC', 'code'],
])('sees how %s is written', (text, shape) => {
  expect(split(text).words[0]?.shape).toBe(shape)
})

it.each([
  ['One here. Two there! Is it three? Yes.', ['One here.', 'Two there!', 'Is it three?', 'Yes.']],
  [
    'Ask Dr. Moe at 5 p.m. on the U.S. coast. Then go.',
    ['Ask Dr. Moe at 5 p.m. on the U.S. coast.', 'Then go.'],
  ],
  ['He said “stop.” She did.', ['He said “stop.”', 'She did.']],
  ['Bread, milk, etc. are sold. Come.', ['Bread, milk, etc. are sold.', 'Come.']],
])('splits "%s" into sentences', (text, sentences) => {
  expect(split(text).sentences.map(textOf)).toEqual(sentences)
})

it('knows questions and quotations', () => {
  const { sentences, words } = split('Is it so? He wrote "the best shop" and left.')
  expect(sentences.map(({ isQuestion }) => isQuestion)).toEqual([true, false])
  expect(words.filter(({ isQuoted }) => isQuoted).map((word) => word.text)).toEqual(['the', 'best', 'shop'])
  expect(split('All of it', true).words.every(({ isQuoted }) => isQuoted)).toBe(true)
  expect(split('A 6" pipe and one mark" more').words.some(({ isQuoted }) => isQuoted)).toBe(false)
})
