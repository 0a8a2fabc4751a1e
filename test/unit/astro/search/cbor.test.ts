import fc from 'fast-check'
import { expect, it } from 'vitest'
import { CborReader, kinds } from '../../../../plugins/astro/search/cbor-reader.ts'
import { CborWriter } from '../../../../plugins/astro/search/cbor-writer.ts'

// Examples of RFC 8949, appendix A.
it.each([
  [0, '00'],
  [23, '17'],
  [24, '1818'],
  [100, '1864'],
  [1000, '1903e8'],
  [1_000_000, '1a000f4240'],
])('writes and reads %d as the standard has it', (number, bytes) => {
  const writer = new CborWriter()
  writer.number(number)
  expect(writer.take().toString('hex')).toBe(bytes)
  expect(new CborReader(Buffer.from(bytes, 'hex')).number()).toBe(number)
})

it.each([
  ['IETF', '6449455446'],
  ['ü', '62c3bc'],
  ['水', '63e6b0b4'],
])('writes and reads %s as the standard has it', (text, bytes) => {
  const writer = new CborWriter()
  writer.text(text)
  expect(writer.take().toString('hex')).toBe(bytes)
  expect(new CborReader(Buffer.from(bytes, 'hex')).text()).toBe(text)
})

it('reads what it wrote', () => {
  const text = fc.string({ unit: 'grapheme', maxLength: 300 })
  fc.assert(
    fc.property(fc.array(fc.tuple(text, fc.nat())), (items) => {
      const writer = new CborWriter()
      writer.list(items, ([word, number]) => {
        writer.text(word)
        writer.number(number)
      })
      const reader = new CborReader(writer.take())
      expect(reader.list(() => [reader.text(), reader.number()])).toEqual(items)
      expect(reader.at).toBe(reader.bytes.length)
      expect(writer.take()).toHaveLength(0)
    }),
  )
})

it('takes more than it has room for at first', () => {
  const long = 'x'.repeat(200_000)
  const writer = new CborWriter()
  for (let each = 0; each < 3; each++) writer.text(long)
  const bytes = writer.take()
  writer.raw(bytes, 0, bytes.length)
  const reader = new CborReader(writer.take())
  expect([reader.text(), reader.text(), reader.text()]).toEqual([long, long, long])
})

it.each([
  ['another kind of item', '6161', 'kind 3'],
  ['a length that is never written', '1b0000000000000001', 'unknown form'],
  ['nothing', '', 'unknown form'],
])('refuses %s', (_, bytes, reason) => {
  expect(() => new CborReader(Buffer.from(bytes, 'hex')).value(kinds.number)).toThrow(reason)
})
