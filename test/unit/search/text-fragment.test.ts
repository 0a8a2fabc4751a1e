import fc from 'fast-check'
import { expect, it } from 'vitest'
import { withTextFragment } from '../../../src/components/search/text-fragment.ts'

it.each([
  ['/post/#why', 'a plain passage', '/post/#why:~:text=a%20plain%20passage'],
  ['/post/', 'on the page itself', '/post/#:~:text=on%20the%20page%20itself'],
  ['/post/#why', 'e-mail, phone & post', '/post/#why:~:text=e%2Dmail%2C%20phone%20%26%20post'],
  ['/post/#why', undefined, '/post/#why'],
  ['/post/#why', '50 % of “it”', '/post/#why:~:text=50%20%25%20of%20%E2%80%9Cit%E2%80%9D'],
])('leads from %s to %j', (address, passage, url) => {
  expect(withTextFragment(address, passage)).toBe(url)
})

it('leaves nothing in a passage that means something to a fragment, and loses nothing of it', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', minLength: 1 }), (passage) => {
      const text = withTextFragment('/p/#h', passage).split(':~:text=')[1] as string
      expect(text).not.toMatch(/[-,&#\s]/)
      expect(decodeURIComponent(text)).toBe(passage)
    }),
  )
})
