import { expect, it } from 'vitest'
import { askingOf, noQuestionOf } from '../../../src/audit/question.ts'

it.each([
  ['How do you descale a kettle?', 'asks'],
  ['Descaling a kettle with vinegar', 'asks'],
  ['A guide to quiet kettles', 'asks'],
  ['7 ways to descale a kettle', 'asks'],
  ['Gas kettle vs electric kettle', 'asks'],
  ['What is a release notes template?', 'asks'],
  ['How Acme raises chickens', 'asks'],
  ['Kettle descaling', 'names'],
  ['Rust in old kettles', 'names'],
  ['What’s new in our workshop', 'neither'],
  ['Introducing SteamLine Pro 3.0', 'neither'],
  ['We’re hiring', 'neither'],
  ['Weeknotes #14', 'neither'],
  ['Version 2.4 is out', 'neither'],
  ['v2.4.1', 'neither'],
  ['Kettle & Co joins the guild', 'neither'],
  ['Our new workshop', 'neither'],
  ['Kettles', 'neither'],
])('%j %s', (title, asking) => {
  expect(askingOf({ title, lang: 'en-GB' })).toBe(asking)
})

it('says why a title is found by no search, with the words that say so', () => {
  expect(noQuestionOf({ title: 'Introducing SteamLine', lang: 'en' })).toEqual({
    reason: 'announces',
    words: 'Introducing',
  })
  expect(noQuestionOf({ title: 'Our new workshop', lang: 'en' })).toEqual({
    reason: 'about us',
    words: 'Our',
  })
  expect(noQuestionOf({ lang: 'de' })).toEqual({ reason: 'untitled', words: '' })
})

it('judges no title in another language, but knows a question mark', () => {
  expect(noQuestionOf({ title: 'Neuigkeiten', lang: 'de' })).toBeUndefined()
  expect(askingOf({ title: 'Neuigkeiten', lang: 'de' })).toBe('unknown')
  expect(askingOf({ title: 'Wie entkalkt man eine Kanne?', lang: 'de' })).toBe('asks')
})
