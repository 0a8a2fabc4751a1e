import fc from 'fast-check'
import { expect, it } from 'vitest'
import { devices, searchPreview } from '../../../src/board/search-preview.ts'

const page = { title: 'Is it?', url: 'https://notes.example/docs/is-it/' }

it('shows a short title as it is, and an address as a path', () => {
  expect(searchPreview(page, 'desktop')).toEqual({
    // In Arial of 1,000 units: I 278, s 500, space 278, i 222, t 278, ? 556.
    title: { text: 'Is it?', isCut: false, width: 42, most: 600 },
    address: 'notes.example › docs › is-it',
  })
})

it('shows an address in letters', () => {
  const { address } = searchPreview({ ...page, url: 'https://notes.example/k%C3%BCche/' }, 'phone')
  expect(address).toBe('notes.example › küche')
})

// A lower-case m is 0.833 em wide and a space 0.278: in 20 px a word of four is 66.6 px, and 72.2 px with its space.
it.each([
  ['desktop', 8, false],
  ['desktop', 9, true],
  ['phone', 10, false],
  ['phone', 11, true],
] as const)('on a %s %i wide words are cut: %s', (device, words, isCut) => {
  const { title } = searchPreview({ ...page, title: Array(words).fill('mmmm').join(' ') }, device)
  expect(title.isCut).toBe(isCut)
  if (isCut) expect(title.text).toMatch(/^mmmm( mmmm)* …$/)
})

it('never shows more than there is room for, and only the beginning of a text', () => {
  const widthOf = (title: string) => searchPreview({ ...page, title }, 'desktop').title.width
  fc.assert(
    fc.property(fc.array(fc.stringMatching(/^[a-zW,.]{1,20}$/), { minLength: 1 }), (words) => {
      const text = words.join(' ')
      const { title } = searchPreview({ ...page, title: text }, 'desktop')
      expect(widthOf(title.text)).toBeLessThanOrEqual(devices.desktop.title.most)
      expect(text.startsWith(title.text.replace(/ …$/, ''))).toBe(true)
      expect(title.isCut).toBe(title.width > title.most)
    }),
  )
})
