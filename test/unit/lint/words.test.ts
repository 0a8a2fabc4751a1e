import { readdirSync, readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { inflectionsOf } from '../../../plugins/lint/find-phrases.ts'
import { Lexicon } from '../../../plugins/lint/words/lexicon.ts'
import { inFormOf, readReplacements } from '../../../plugins/lint/words/replacements.ts'
import { WordList } from '../../../plugins/lint/words/word-list.ts'

const folder = new URL('../../../plugins/lint/words/', import.meta.url)
const lexicon = new Lexicon()

it.each([
  ['houses', 'everyday', 'house'],
  ['Screenshots', 'everyday', 'screenshot'],
  ['readers', 'everyday', 'reader'],
  ['stopping', 'everyday', 'stop'],
  ["don't", 'everyday', "don't"],
  ['42', 'everyday', '42'],
  ['abbreviate', 'common', 'abbreviate'],
  ['ascertained', 'uncommon', 'ascertain'],
  ['café', 'everyday', 'cafe'],
  ['outgrown', 'uncommon', 'outgrown'],
  ['webhooks', 'rare', 'webhook'],
  ['observability', 'rare', 'observability'],
  ['constructor', 'uncommon', 'constructor'],
])('knows how familiar %s is', (word, familiarity, lemma) => {
  const entry = lexicon.entryOf(word)
  expect([entry.familiarity, entry.lemma]).toEqual([familiarity, lemma])
})

it('gives the same entry for the same word', () => {
  expect(lexicon.entryOf('Don’t')).toBe(lexicon.entryOf("don't"))
})

const lists = readdirSync(folder).filter((file) => /^(?:scowl-\d+|everyday)\.txt$/.test(file))

it.each(lists)('has %s sorted, each word once, and finds all of them', (file) => {
  const list = new WordList(file)
  const words = list.words()
  expect(words).toEqual([...new Set(words)].sort())
  expect(words.filter((word) => !/^[a-z]{2,}$/.test(word) || !list.has(word))).toEqual([])
  for (const word of words.slice(0, 100)) expect(list.has(`${word}q`)).toBe(false)
  expect(list.has('') || list.has('#') || list.has('zzzz')).toBe(false)
})

it.each(['buzzwords.txt', 'wordy.txt'])('has each phrase of %s once, with plain words', (file) => {
  const replacements = readReplacements(file)
  const spellings = replacements.flatMap(({ phrase }) => {
    const [first = '', ...rest] = phrase.split(' ')
    const forms = first.endsWith('~') ? inflectionsOf(first.slice(0, -1)) : [first]
    return forms.map((form) => [form, ...rest].join(' '))
  })
  expect(spellings.filter((each, index) => spellings.indexOf(each) !== index)).toEqual([])
  expect(replacements.filter(({ phrase }) => !/^[a-z0-9'|~ -]+$/.test(phrase))).toEqual([])
  expect(replacements.filter(({ plain, isExact }) => plain === '' && isExact)).toEqual([])
  expect(
    replacements.filter(({ phrase, plain }) => phrase.split(' ').includes(plain) && plain === phrase),
  ).toEqual([])
})

it.each([
  ['utilize~', 'use', 'Utilizes', 'Uses'],
  ['utilize~', 'use', 'utilizing', 'using'],
  ['utilize~', 'use', 'utilized', 'used'],
  ['ascertain~', 'find out', 'ascertained', 'found out'],
  ['ascertain~', 'find out', 'ascertaining', 'finding out'],
  ['strategize~', 'plan', 'strategizing', 'planning'],
  ['in order to', 'to', 'In order to', 'To'],
  ['prior to', 'before', 'prior to', 'before'],
])('writes %s as %s in the form of %s', (phrase, plain, written, expected) => {
  expect(inFormOf({ phrase, plain, isExact: true, isVerb: false }, written)).toBe(expected)
})

it('says where every list comes from', () => {
  const readme = readFileSync(new URL('readme.md', folder), 'utf8')
  expect(readdirSync(folder).filter((file) => file.endsWith('.txt') && !readme.includes(file))).toEqual([])
})
