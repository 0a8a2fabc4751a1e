import { expect, it } from 'vitest'
import { contentWords } from '../../../src/components/search/content-words.ts'

it.each([
  ['How often should I post?', ['often', 'post?']],
  ['what is SEO', ['SEO']],
  ['what is it', ['what', 'is', 'it']],
  ['  e-mail   newsletter ', ['e-mail', 'newsletter']],
  ['"small team"', ['"small team"']],
  ['“small team”', ['"small team"']],
  ['say "small team" twice', ['say', '"small', 'team"', 'twice']],
  ['wie oft posten', ['wie', 'oft', 'posten']],
  ['', ['']],
])('looks in %j for %j', (question, words) => {
  expect(contentWords(question)).toEqual(words)
})

it('looks at the beginning of a question of any length', () => {
  expect(contentWords('word '.repeat(10_000)).length).toBeLessThan(40)
  expect(contentWords('x'.repeat(10_000)).join('').length).toBeLessThan(200)
})
