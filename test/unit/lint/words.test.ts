import { readdirSync, readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { spellingsOf } from '../../../plugins/lint/find-phrases.ts'
import { inflectionsOf } from '../../../plugins/lint/words/inflect.ts'
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
  ['outfought', 'uncommon', 'outfought'],
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

const replacementLists = ['buzzwords.txt', 'wordy.txt']

it.each(replacementLists)('has each phrase of %s once, with plain words', (file) => {
  const replacements = readReplacements(file)
  const spellings = replacements.flatMap(({ phrase }) => spellingsOf(phrase).map((words) => words.join(' ')))
  expect(spellings.filter((each, index) => spellings.indexOf(each) !== index)).toEqual([])
  expect(replacements.filter(({ phrase }) => !/^[a-z0-9'|~() -]+$/.test(phrase))).toEqual([])
  expect(replacements.filter(({ plain, isExact }) => plain === '' && isExact)).toEqual([])
})

it.each(replacementLists)('marks in %s no word as taking a form that it is not given', (file) => {
  const marksIn = (words: string): string[] => words.match(/~|\(s\)/g) ?? []
  const wrong = readReplacements(file).filter(({ phrase, plain, isExact }) => {
    const [given, taken] = [marksIn(phrase), marksIn(plain)]
    const isBlind = file === 'wordy.txt' && isExact && given.length > taken.length
    return given.length > 1 || isBlind || taken.some((mark) => !given.includes(mark))
  })
  expect(wrong).toEqual([])
})

it.each(replacementLists)('writes every phrase of %s in every form as agreed', async (file) => {
  const lines = readReplacements(file).flatMap((replacement) =>
    spellingsOf(replacement.phrase).map((spelling) => {
      const written = spelling.join(' ')
      const [plain, perfect] = [inFormOf(replacement, written), inFormOf(replacement, written, true)]
      const sign = replacement.isExact ? '=' : '?'
      return `${written} ${sign} ${plain}${perfect === plain ? '' : `; have ${perfect}`}`.trimEnd()
    }),
  )
  await expect(`${lines.join('\n')}\n`).toMatchFileSnapshot(file.replace('.txt', '.golden.txt'))
})

it.each([
  'use uses used using',
  'agree agrees agreed agreeing',
  'plan plans planned planning',
  'develop develops developed developing',
  'occur occurs occurred occurring',
  'format formats formatted formatting',
  'offer offers offered offering',
  'try tries tried trying',
  'tie ties tied tying',
  'pass passes passed passing',
  'put puts putting',
  'drive drives drove driven driving',
  'come comes came coming',
  'rewrite rewrites rewrote rewritten rewriting',
  'relay relays relayed relaying',
  'undergo undergoes underwent undergone undergoing',
])('knows the forms of a word: %s', (forms) => {
  expect(inflectionsOf(forms.split(' ')[0] as string).join(' ')).toBe(forms)
})

it('says where every list comes from', () => {
  const readme = readFileSync(new URL('readme.md', folder), 'utf8')
  expect(readdirSync(folder).filter((file) => file.endsWith('.txt') && !readme.includes(file))).toEqual([])
})
