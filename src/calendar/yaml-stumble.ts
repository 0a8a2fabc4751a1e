import { type Document, isAlias, isNode, isPair, isScalar, type Node, visit } from 'yaml'
import type { Fault } from './fault.ts'
import { lowerFirst } from './wording.ts'

/** Something in a YAML text that the parser objects to, or that would be lost without a word. */
export interface Stumble {
  /** The parser's code, or one of `LOST`, `COMMENT`, `PROTO`. */
  code: string
  /** UTF-16 offsets in the text. */
  pos: readonly [number, number]
  message: string
}

/** Lists in lists, or groups in groups, beyond what can be read. */
export const tooDeep = 'lists or groups nested too deeply'

/** What to do about it. */
export const fewerLevels = 'a few levels are enough: take some brackets or dashes away'

const overflow = 'Maximum call stack'

/** What YAML would take for a sign of its own and leave out: `*bold*`, `&Sons`, ` #hashtag`, `__proto__`. */
export function lossesIn(document: Document, text: string): Stumble[] {
  if (!/[*&]|[ \t]#[^\s#]|__proto__/.test(text)) return []
  const losses: Stumble[] = []
  const used = new Set<string>()
  const lose = (code: string, node: Node, at = node.range?.[0] ?? 0) =>
    losses.push({ code, pos: [at, at], message: '' })
  visit(document, (_, node) => {
    if (isAlias(node)) {
      if (node.resolve(document)) used.add(node.source)
      else lose('LOST', node)
    } else if (isPair(node) && isScalar(node.key) && node.key.value === '__proto__') lose('PROTO', node.key)
    else if (isScalar(node) && node.type === 'PLAIN' && node.range) {
      if (/^[ \t]*#[^\s#]/.test(text.slice(node.range[1], node.range[1] + 99)))
        lose('COMMENT', node, node.range[1])
    }
  })
  visit(document, (_, node) => {
    if (!isNode(node) || isAlias(node) || node.anchor === undefined || used.has(node.anchor)) return
    lose('LOST', node, text.lastIndexOf('&', node.range?.[0]))
  })
  return losses
}

/** Where a stumble began. What nothing closes is noticed only later, far from where it was opened. */
export function placeOfStumble({ code, pos, message }: Stumble, document: Document): number {
  if (message.startsWith(overflow)) return 0
  const isQuote = code === 'MISSING_CHAR' && message.startsWith('Missing closing')
  const isBracket = code === 'BAD_INDENT' && message.startsWith('Flow')
  if (!isQuote && !isBracket) return pos[0]
  let opened = pos[0]
  visit(document, (_, node) => {
    if (!isNode(node) || !node.range || node.range[0] >= pos[0]) return
    if (isScalar(node) ? isQuote && node.type?.startsWith('QUOTE') : isBracket && 'flow' in node && node.flow)
      opened = node.range[0]
  })
  return opened
}

/** A stumble in words for someone who has never heard of YAML, with the corrected line where it can be made. */
export function explain(
  { code, pos, message }: Stumble,
  text: string,
): Pick<Fault, 'what' | 'mend' | 'paste'> {
  const lineStart = text.lastIndexOf('\n', pos[0] - 1) + 1
  const line = (text.slice(lineStart).split('\n', 1)[0] ?? '').trimEnd()
  const [, head = '', written = ''] = /^(\s*(?:- )*[\w-]+:\s+|\s*(?:- )+)(\S.*)$/.exec(line) ?? []
  const isInside = /^[[{]/.test(written) && pos[0] > lineStart + head.length && code !== 'UNEXPECTED_TOKEN'
  const paste = written && !isInside && { paste: head + quote(written) }
  const inQuotes = { mend: isInside ? 'put it in quotes' : 'put the whole value in quotes', ...paste }
  const sign = code === 'UNEXPECTED_TOKEN' ? written.charAt(0) : text.charAt(pos[0])
  const name = sign === '`' ? 'a backtick' : `\`${sign}\``
  const hidden = /\s(#[^\s#]\S*)/.exec(line)?.[1] ?? '#'
  const other = {
    what: `not readable as YAML: ${lowerFirst(message)}`,
    mend: 'check quotes, brackets and indentation on this line',
  }
  if (message.startsWith(overflow)) return { what: tooDeep, mend: fewerLevels }
  switch (code) {
    case 'BLOCK_AS_IMPLICIT_KEY':
    case 'MULTILINE_IMPLICIT_KEY':
      if (/:(\s|$)/.test(written)) return { what: 'a colon and a space inside a value', ...inQuotes }
      if (!written) return noColon(line)
      return {
        what: 'the next line is indented further than this one',
        mend: 'begin both in the same column; or put quotes around a value of several lines',
      }
    case 'BAD_SCALAR_START':
    case 'TAG_RESOLVE_FAILED':
    case 'LOST':
      return { what: `a value cannot begin with ${name}`, ...inQuotes }
    case 'COMMENT':
      return {
        what: `\`${hidden}\` begins a comment, and would be lost`,
        mend: 'put the whole value in quotes; or a space after the `#`, where a comment is meant',
        ...paste,
      }
    case 'PROTO':
      return { what: '`__proto__` cannot be a name', mend: 'choose another one' }
    case 'UNEXPECTED_TOKEN':
      if (/^-(\s|$)/.test(written))
        return {
          what: 'a list begins on the line of its name',
          mend: 'begin it on the next line, each entry with `- `',
        }
      if (/^[>|]/.test(written))
        return { what: `text right after ${name}`, mend: 'begin the text on the next line, indented' }
      if (/^[*&!]/.test(written)) return { what: `a value cannot begin with ${name}`, ...inQuotes }
      if (/^["']/.test(written)) return { what: 'text after the closing quote', ...inQuotes }
      if (/^[[{]/.test(written)) return { what: 'text after the closing bracket', ...inQuotes }
      if (/flow-(map|seq)-end/.test(message))
        return {
          what: `a \`${text.charAt(pos[0])}\` that closes nothing`,
          mend: 'take it away, or put the whole value in quotes',
        }
      return {
        what: 'this line does not fit the ones above it',
        mend: 'check colons, quotes, brackets and indentation, here and on the line above',
      }
    case 'BAD_INDENT':
      return message.startsWith('Flow')
        ? {
            what: `a ${message.startsWith('Flow map') ? '`{`' : '`[`'} that is never closed`,
            mend: 'close it, or put the whole value in quotes',
          }
        : {
            what: 'this line begins in another column than those beside it',
            mend: 'begin them all in the same column',
          }
    case 'DUPLICATE_KEY':
      return {
        what: `\`${text.slice(pos[0]).split(/[:\s]/, 1)[0]}\` is here twice`,
        mend: 'keep one of them',
      }
    case 'TAB_AS_INDENT':
      return { what: 'a tab at the beginning of a line', mend: 'indent with spaces' }
    case 'MISSING_CHAR':
      return message.startsWith('Missing closing')
        ? { what: 'a quote that is never closed', mend: 'close it, or write the value without quotes' }
        : noColon(line)
    case 'BAD_DQ_ESCAPE':
      return {
        what: `a backslash that means nothing: \`${text.slice(pos[0], pos[0] + 2)}\``,
        mend: 'write two of them, or put the value in single quotes',
      }
    case 'NON_STRING_KEY':
      return { what: 'a name that is no plain text', mend: 'write `name: value`' }
    case 'MULTIPLE_DOCS':
      return { what: '`---` begins a second document', mend: 'keep one document a file' }
    default:
      return other
  }
}

function noColon(line: string): Pick<Fault, 'what' | 'mend'> {
  return {
    what: `\`${line.trim()}\` has no colon`,
    mend: 'write `name: value`; or indent it, where it goes on from the line above',
  }
}

/** A value in quotes; those that it came in are taken off first. */
function quote(written: string): string {
  const plain = /^(["'])(.*)\1$/.exec(written)?.[2] ?? written
  return /["\\]/.test(plain) ? `'${plain.replaceAll("'", "''")}'` : `"${plain}"`
}
