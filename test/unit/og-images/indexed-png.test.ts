import fc from 'fast-check'
import sharp from 'sharp'
import { expect, it } from 'vitest'
import { indexedPng } from '../../../plugins/astro/og-images/indexed-png.ts'

const size = { width: 40, height: 30 }
const write = indexedPng(size)

/** Opaque pixels, by their colors as `0xrrggbb`. */
function pixelsOf(colors: readonly number[]): Buffer {
  const pixels = Buffer.alloc(4 * size.width * size.height)
  for (let at = 0; at < pixels.length / 4; at++)
    pixels.writeUInt32BE((colors[at % colors.length] as number) * 256 + 255, 4 * at)
  return pixels
}

async function readPng(png: Uint8Array | undefined) {
  const { data, info } = await sharp(png).ensureAlpha().raw().toBuffer({ resolveWithObject: true })
  return { pixels: data.toString('hex'), width: info.width, height: info.height }
}

it('writes pictures that read as they were, with up to 256 colors', async () => {
  const color = fc.integer({ min: 0, max: 0xffffff })
  const few = fc.array(color, { minLength: 1, maxLength: 256 })
  const rows = fc
    .array(color, { minLength: 1, maxLength: 5 })
    .map((each) => each.flatMap((one) => Array(size.width).fill(one)))
  await fc.assert(
    fc.asyncProperty(fc.oneof(few, rows), async (colors) => {
      const pixels = pixelsOf(colors)
      expect(await readPng(write([pixels]))).toEqual({ pixels: pixels.toString('hex'), ...size })
    }),
    { numRuns: 60 },
  )
})

it('takes a picture in strips, and fills up what they leave with its first color', async () => {
  const pixels = pixelsOf([7, 8, 9])
  const row = 4 * size.width
  const strips = [pixels.subarray(0, 5 * row), pixels.subarray(5 * row, 12 * row)]
  const { pixels: read } = await readPng(write(strips))
  const rest = '000007ff'.repeat(size.width * (size.height - 12))
  expect(read).toBe(pixels.toString('hex', 0, 12 * row) + rest)
})

it('keeps nothing of the picture before', () => {
  const fresh = indexedPng(size)([pixelsOf([5, 6])])
  write([pixelsOf(Array.from({ length: 256 }, (_, at) => at * 999))])
  expect(write([pixelsOf([5, 6])])).toEqual(fresh)
})

it('leaves more colors, and what is not opaque', () => {
  const many = Array.from({ length: 257 }, (_, at) => at * 37)
  expect(write([pixelsOf(many.slice(1))])).toBeDefined()
  expect(write([pixelsOf(many)])).toBeUndefined()
  const pixels = pixelsOf([1, 2])
  pixels[4 * 777 + 3] = 254
  expect(write([pixels])).toBeUndefined()
  expect(write([Buffer.alloc(pixels.length)])).toBeUndefined()
})
