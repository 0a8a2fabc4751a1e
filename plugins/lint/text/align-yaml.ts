import { nextPlace, wordAt } from './align.ts'

/** A text as it reads, with where each UTF-16 unit of it begins in the source, and where it ends. */
interface Read {
  text: string
  offsets: number[]
}

/**
 * For each offset of a text of a YAML file, the offset in the source, whatever way it is written: plain, in quotes with
 * escapes, folded (`>`) or as it stands (`|`). A text that was trimmed is found in what stands there; where the two
 * cannot be brought together, the next word that stands in both begins anew.
 * @param start where the value begins in the source: its first letter, quote, `>` or `|`
 * @param end where it ends
 * @returns one offset for each UTF-16 unit of the text, and one for its end
 */
export function alignYaml(text: string, source: string, start: number, end: number): Int32Array {
  const mark = source[start] ?? ''
  const read =
    '|>'.includes(mark) && mark !== ''
      ? readBlock(text, source, start, end)
      : readFlow(source, start, end, mark)
  const from = read.text.indexOf(text)
  if (from !== -1) return Int32Array.from(read.offsets.slice(from, from + text.length + 1))
  return byWords(text, source, start, end)
}

const simple: Readonly<Record<string, string>> = {
  0: '\0',
  a: '\u0007',
  b: '\b',
  t: '\t',
  n: '\n',
  v: '\v',
  f: '\f',
  r: '\r',
  e: '\u001b',
  N: '\u0085',
  _: '\u00a0',
  L: '\u2028',
  P: '\u2029',
}
const digits: Readonly<Record<string, number>> = { x: 2, u: 4, U: 8 }
const lineBreak = /[ \t]*(?:\r?\n[ \t]*)+/y

/** What stands in quotes, or plainly, over one line or several. */
function readFlow(source: string, start: number, end: number, mark: string): Read {
  const isDouble = mark === '"'
  const isQuoted = isDouble || mark === "'"
  const last = isQuoted && end > start + 1 ? end - 1 : end
  const read: Read = { text: '', offsets: [] }
  const add = (words: string, at: number) => {
    for (let i = 0; i < words.length; i++) read.offsets.push(at)
    read.text += words
  }
  let at = isQuoted ? start + 1 : start
  while (at < last) {
    const unit = source[at] as string
    const next = source[at + 1] ?? ''
    lineBreak.lastIndex = at
    const gap = /\s/.test(unit) ? lineBreak.exec(source)?.[0] : undefined
    if (gap !== undefined) {
      const lines = gap.split('\n').length - 1
      add(lines === 1 ? ' ' : '\n'.repeat(lines - 1), at)
      at += gap.length
    } else if (isDouble && unit === '\\') {
      lineBreak.lastIndex = at + 1
      const joined = /[\r\n]/.test(next) ? lineBreak.exec(source)?.[0] : undefined
      const length = digits[next]
      if (joined !== undefined) {
        // The line goes on without a space; empty lines after it count as in any text.
        const lines = joined.split('\n').length - 1
        if (lines > 1) add('\n'.repeat(lines - 1), at)
        at += 1 + joined.length
      } else if (length !== undefined) {
        const code = Number.parseInt(source.slice(at + 2, at + 2 + length), 16)
        add(code <= 0x10ffff ? String.fromCodePoint(code) : '', at)
        at += 2 + length
      } else {
        add(simple[next] ?? next, at)
        at += 2
      }
    } else {
      add(unit, at)
      at += unit === "'" && mark === "'" ? 2 : 1
    }
  }
  read.offsets.push(last)
  return read
}

/** A block, `|` or `>`, read along what it is known to say: that tells how far it is indented. */
function readBlock(text: string, source: string, start: number, end: number): Read {
  const read: Read = { text: '', offsets: [] }
  const head = source.indexOf('\n', start)
  if (head === -1 || head >= end) return read
  const lines: { start: number; words: string }[] = []
  for (let at = head + 1; at < end; ) {
    const next = source.indexOf('\n', at)
    const stop = next === -1 || next > end ? end : next
    lines.push({ start: at, words: source.slice(at, stop).replace(/\r$/, '') })
    at = stop + 1
  }
  const first = lines.find(({ words }) => words.trim() !== '')
  if (!first) return read
  const spacesOf = (words: string) => /^ */.exec(words)?.[0].length ?? 0
  const indent = spacesOf(first.words) - spacesOf(text.replace(/^\n+/, ''))
  const isFolded = source[start] === '>'
  /** Ends of lines since the last one that has words. */
  let gap: number[] = []
  let before: string | undefined
  for (const { start: at, words } of lines) {
    const content = words.slice(Math.min(indent, words.length))
    const stop = at + words.length
    if (content !== '') {
      const isFold = isFolded && before !== undefined && !/^[ \t]/.test(before) && !/^[ \t]/.test(content)
      if (isFold && gap.length === 1) add(read, ' ', gap[0] as number)
      else for (const each of isFold ? gap.slice(1) : gap) add(read, '\n', each)
      for (let i = 0; i < content.length; i++) add(read, content[i] as string, stop - content.length + i)
      before = content
      gap = []
    }
    gap.push(stop)
  }
  for (const each of gap) add(read, '\n', each)
  read.offsets.push(Math.min(end, lines.at(-1)?.start ?? end))
  return read
}

function add(read: Read, unit: string, at: number): void {
  read.text += unit
  read.offsets.push(at)
}

/** Each word at the next place where it stands. */
function byWords(text: string, source: string, start: number, end: number): Int32Array {
  const offsets = new Int32Array(text.length + 1)
  let at = start
  for (let i = 0; i < text.length; ) {
    const word = wordAt(text, i)
    const found = word === '' ? undefined : nextPlace(word, source, at, end)
    for (let k = 0; k < Math.max(1, word.length); k++) offsets[i + k] = found === undefined ? at : found + k
    if (found !== undefined) at = found + word.length
    i += Math.max(1, word.length)
  }
  offsets[text.length] = at
  return offsets
}
