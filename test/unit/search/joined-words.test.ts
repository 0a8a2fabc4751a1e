import { expect, it } from 'vitest'
import { contentWords } from '../../../src/components/search/content-words.ts'

it.each([
  ['social-media calendar', ['social', 'media', 'calendar']],
  ['often/daily', ['often', 'daily']],
  ['how-often', ['often']],
  ['e-mail', ['e-mail']],
  ['don’t post', ['post']],
  ["what's evergreen", ['evergreen']],
])('takes %s apart', (question, words) => {
  expect(contentWords(question)).toEqual(words)
})
