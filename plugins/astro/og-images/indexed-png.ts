import { constants, crc32, deflateSync } from 'node:zlib'

const signature = Buffer.from('\x89PNG\r\n\x1a\n', 'latin1')

/** A palette holds no more. */
const mostColors = 256
/** Places of the table that finds a color's number: a power of two, and many more than colors. */
const places = 1024

/**
 * Makes a function that writes pictures of few colors as PNG, one byte a pixel, without loss: https://www.w3.org/TR/png-3/.
 * It takes strips of a picture, from the top: opaque pixels, row by row, of red, green, blue and opacity, a byte each. What is
 * below them has the color of the first pixel. It gives undefined for more than 256 colors, and for what is not opaque.
 * @param size of all these pictures, in pixels
 */
export function indexedPng({ width, height }: { width: number; height: number }) {
  const header = Buffer.from([0, 0, 0, 0, 0, 0, 0, 0, 8, 3, 0, 0, 0])
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  const begin = Buffer.concat([signature, chunk('IHDR', header)])
  const end = chunk('IEND', Buffer.alloc(0))
  const rows = new Uint8Array((width + 1) * height)

  return (strips: readonly Buffer[]): Buffer | undefined => {
    const palette = indexColors(strips, width, rows.fill(0))
    if (!palette) return undefined
    // Type is made of runs of one color: to look for these alone is nearly as small as to look for all that repeats.
    const data = deflateSync(rows, { strategy: constants.Z_RLE, chunkSize: 1 << 16 })
    return Buffer.concat([begin, chunk('PLTE', palette), chunk('IDAT', data), end])
  }
}

/**
 * Puts a number in the place of each color. Every row begins with a byte that says how it is filtered, which is 0: not at all.
 * @param rows all 0 before
 * @returns red, green and blue of each color, by number; undefined where they are too many or not opaque
 */
function indexColors(strips: readonly Buffer[], width: number, rows: Uint8Array): Uint8Array | undefined {
  const palette: number[] = []
  const colorAt = new Int32Array(places)
  const numberAt = new Uint8Array(places)
  let to = 1
  for (const strip of strips) {
    const colors = new Int32Array(strip.buffer, strip.byteOffset, strip.length / 4)
    for (let from = 0; from < colors.length; from += width, to += width + 1) {
      const [above, here, below] = [4 * (from - width), 4 * from, 4 * (from + width)]
      if (from > 0 && strip.compare(strip, above, here, here, below) === 0) {
        rows.copyWithin(to, to - width - 1, to - 1)
        continue
      }
      for (let x = 0; x < width; ) {
        const color = colors[from + x] as number
        let at = Math.imul(color, 0x9e3779b1) >>> 22
        while (colorAt[at] !== color && colorAt[at] !== 0) at = (at + 1) % places
        if (colorAt[at] === 0) {
          const [red = 0, green = 0, blue = 0, opacity] = strip.subarray(here + 4 * x, here + 4 * x + 4)
          if (opacity !== 0xff || palette.length === mostColors * 3) return undefined
          colorAt[at] = color
          numberAt[at] = palette.length / 3
          palette.push(red, green, blue)
        }
        const number = numberAt[at] as number
        for (; x < width && colors[from + x] === color; x++) rows[to + x] = number
      }
    }
  }
  return Uint8Array.from(palette)
}

/** A part of the file: its length, its name, what is in it, and a check sum of both. */
function chunk(name: string, data: Uint8Array): Buffer {
  const made = Buffer.alloc(12 + data.length)
  made.writeUInt32BE(data.length, 0)
  made.write(name, 4, 'latin1')
  made.set(data, 8)
  made.writeUInt32BE(crc32(made.subarray(4, 8 + data.length)), 8 + data.length)
  return made
}
