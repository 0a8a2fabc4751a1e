import { brotliDecompressSync } from 'node:zlib'

/** Numbers that WOFF2 gives to the tables that matter here. */
const tableNumbers = { cmap: 0, glyf: 10, loca: 11 }

/**
 * The code points that a font draws, read from its `cmap` table.
 * @param woff2 a font file as in https://www.w3.org/TR/WOFF2/
 */
export function characterMap(woff2: Uint8Array): ReadonlySet<number> {
  const cmap = readTable(woff2, tableNumbers.cmap)
  const found = new Set<number>()
  const count = cmap.getUint16(2)
  for (let record = 0; record < count; record++) {
    const start = cmap.getUint32(8 + record * 8)
    const format = cmap.getUint16(start)
    if (format === 4) addRuns(cmap, start, found)
    else if (format === 12) addGroups(cmap, start, found)
  }
  return found
}

/** Format 4: runs of code points up to U+FFFF, each with a shift to glyph numbers or a list of them. */
function addRuns(cmap: DataView, start: number, found: Set<number>): void {
  const bytes = cmap.getUint16(start + 6)
  for (let run = 0; run < bytes; run += 2) {
    const end = cmap.getUint16(start + 14 + run)
    const begin = cmap.getUint16(start + 16 + bytes + run)
    const shift = cmap.getUint16(start + 16 + 2 * bytes + run)
    const listAt = start + 16 + 3 * bytes + run
    const list = cmap.getUint16(listAt)
    for (let code = begin; code <= end && code < 0xffff; code++) {
      const glyph = list === 0 ? code : cmap.getUint16(listAt + list + 2 * (code - begin))
      if (glyph !== 0 && ((glyph + shift) & 0xffff) !== 0) found.add(code)
    }
  }
}

/** Format 12: groups of code points with consecutive glyphs. */
function addGroups(cmap: DataView, start: number, found: Set<number>): void {
  const count = cmap.getUint32(start + 12)
  for (let group = 0; group < count; group++) {
    const at = start + 16 + group * 12
    const glyph = cmap.getUint32(at + 8) - cmap.getUint32(at)
    for (let code = cmap.getUint32(at); code <= cmap.getUint32(at + 4); code++)
      if (glyph + code !== 0) found.add(code)
  }
}

/** One table of a WOFF2 file, whose tables are compressed together. */
function readTable(woff2: Uint8Array, wanted: number): DataView {
  const file = new DataView(woff2.buffer, woff2.byteOffset, woff2.byteLength)
  if (file.getUint32(0) !== 0x774f4632) throw new Error('not a WOFF2 font')
  let at = 48
  const readLength = () => {
    let length = 0
    for (let byte = 0x80; byte & 0x80; ) {
      byte = file.getUint8(at++)
      length = length * 128 + (byte & 0x7f)
    }
    return length
  }
  let offset = 0
  let table: { from: number; to: number } | undefined
  for (let left = file.getUint16(12); left > 0; left--) {
    const flags = file.getUint8(at++)
    const number = flags & 0x3f
    if (number === 0x3f) at += 4
    const original = readLength()
    const hasOutlines = number === tableNumbers.glyf || number === tableNumbers.loca
    const isTransformed = hasOutlines ? flags >> 6 !== 3 : flags >> 6 !== 0
    const stored = isTransformed ? readLength() : original
    if (number === wanted) table = { from: offset, to: offset + stored }
    offset += stored
  }
  if (!table) throw new Error('a font without the table that says which characters it has')
  const tables = brotliDecompressSync(woff2.subarray(at, at + file.getUint32(20)))
  const bytes = tables.subarray(table.from, table.to)
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
}
