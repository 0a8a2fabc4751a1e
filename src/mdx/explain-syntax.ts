import type { ProblemAt } from './problem-at.ts'
import { quote } from './quote.ts'

/** What keeps a text from being parsed. */
export interface SyntaxProblem extends ProblemAt {
  /** How many characters, once taken as plain text, let the rest be read; 0 where that would raise false alarms. */
  skip: number
}

type Explain = (here: string, ...parts: (string | undefined)[]) => Omit<SyntaxProblem, 'offset'>

/** The messages of Sätteri 0.10.5 about MDX: these are all. `here` is the source from the place on. */
const explanations: readonly (readonly [RegExp, Explain])[] = [
  [/^Unexpected character after `<`/, explainOpening],
  [/^Unexpected character `!`/, explainHtmlComment],
  [/^Expected a closing tag for `<(.*?)>` \(\d+:\d+\)(?: before the end of `(\w+)`)?/, explainUnclosed],
  [/^Unexpected end of file in expression/, explainBrace],
  [/^Could not parse expression with oxc: Unterminated block comment/, explainBrace],
  [/^Could not parse expression/, explainExpression],
  [
    /^Unexpected closing tag `<\/(.*?)>`, expected an open tag/,
    (_, name) => ({
      what: `\`</${name}>\` closes a tag that was never opened`,
      mend: `delete it, or write \`<${name}>\` where it should begin`,
      skip: 1,
    }),
  ],
  [
    /^Unexpected closing tag `<\/(.*?)>`, expected corresponding closing tag for `<(.*?)>` \((\d+):/,
    (_, name, open, line) => ({
      what: `\`</${name}>\` comes while \`<${open}>\` of line ${line} is still open`,
      mend: `write \`</${open}>\` before it`,
      skip: 0,
    }),
  ],
  [
    /^Expected the closing tag `<\/(.*?)>` either after .* opened at (\d+):/,
    (_, name, line) => ({
      what: `\`</${name}>\` stands inside a paragraph, but \`<${name}>\` of line ${line} outside of it`,
      mend: `put \`</${name}>\` on a line of its own`,
      skip: 0,
    }),
  ],
]

/** Says in plain words what an error of Sätteri means, and where. `text` is what it was given. */
export function explainSyntax(message: string, text: string): SyntaxProblem {
  const [, line, column, reason = message] =
    /^(\d+):(\d+): (.*?)(?: \([\w-]+:[\w-]+\))?$/s.exec(message) ?? []
  const at = offsetAt(text, Number(line ?? 1), Number(column ?? 1))
  const offset = reason.startsWith('Could not parse') ? openingBefore(text, at) : at
  for (const [pattern, explain] of explanations) {
    const match = pattern.exec(reason)
    if (!match) continue
    const explained = explain(text.slice(offset), ...match.slice(1))
    const isValue = text[offset - 1] === '='
    return { offset, ...explained, skip: isValue ? 0 : explained.skip }
  }
  return {
    offset,
    what: `the text cannot be read (${reason})`,
    mend: 'write `\\<` and `\\{` where these signs are not meant as code',
    skip: 0,
  }
}

function offsetAt(text: string, line: number, column: number): number {
  let start = 0
  for (let at = 1; at < line; at++) start = text.indexOf('\n', start) + 1
  return start + column - 1
}

/** The first of the braces that open the code around an offset. */
function openingBefore(text: string, offset: number): number {
  let at = Math.max(0, text.lastIndexOf('{', offset))
  while (text[at - 1] === '{') at--
  return at
}

function explainOpening(here: string): ReturnType<Explain> {
  const [, words = ''] = /^<([^\s<>]+)>/.exec(here) ?? []
  if (/[.@]/.test(words)) {
    return {
      what: `${quote(`<${words}>`)} is read as a tag`,
      mend: 'leave out `<` and `>`',
      paste: words.replace('mailto:', ''),
      skip: 1,
    }
  }
  const name = /^<\/?\s*([a-zA-Z][\w.-]*)/.exec(here)?.[1]
  if (!name) {
    return { what: '`<` begins a tag, but no name follows', mend: 'write `\\<` to show the sign', skip: 1 }
  }
  const tag = quote(/^[^\n>]*>?/.exec(here)?.[0] ?? '')
  return {
    what: `${tag} is not a whole tag`,
    mend: /^[^>]*[“”‘’]/.test(here)
      ? 'write straight quotes, `"`'
      : `write it like \`<${name} name="words">\`, or write \`\\<\` to show the sign`,
    skip: here.includes(`</${name}`) ? 0 : 1,
  }
}

function explainHtmlComment(here: string): ReturnType<Explain> {
  const [whole, words] = /^<!--(.*?)-->/s.exec(here) ?? []
  if (!whole || words === undefined || words.includes('*/')) {
    return {
      what: '`<!` begins nothing in MDX',
      mend: 'write `\\<!` to show the signs, and comments as `{/* … */}`',
      skip: 1,
    }
  }
  const paste = `{/* ${words.trim()} */}`
  return {
    what: `${quote(whole)} is a comment of HTML`,
    mend: 'write it between `{/*` and `*/}`',
    paste,
    skip: whole.length,
  }
}

const voids = new Set('area base br col embed hr img input link meta source track wbr'.split(' '))

function explainUnclosed(here: string, name = '', block?: string): ReturnType<Explain> {
  if (voids.has(name)) {
    const paste = `${/^<[^>]*/.exec(here)?.[0].trimEnd()} />`
    return { what: `\`<${name}>\` is not closed`, mend: 'write `/>` at its end', paste, skip: 1 }
  }
  const [open, close] = [`\`<${name}>\``, `\`</${name}>\``]
  if (!here.includes(`</${name}`)) {
    const mend = `write ${close} where it ends, or \`\\<${name}>\` to show it as text`
    return { what: `${open} is not closed`, mend, skip: 1 }
  }
  switch (block) {
    case 'listItem':
      return {
        what: `${open} is not closed in its list item`,
        mend: `indent ${close} as far as ${open}`,
        skip: 0,
      }
    case 'blockQuote':
      return {
        what: `${open} is not closed in its quotation`,
        mend: `write \`>\` before ${close} too`,
        skip: 0,
      }
    default:
      return {
        what: `${open} is not closed in its paragraph`,
        mend: `put ${open} and ${close} on lines of their own, or both on one line`,
        skip: 0,
      }
  }
}

function explainBrace(here: string): ReturnType<Explain> {
  const isComment = /^\{\s*\/\*/.test(here)
  return isComment
    ? {
        what: 'this comment has no end',
        mend: 'write `*/}` where it ends, within the same paragraph',
        skip: 0,
      }
    : { what: '`{` begins code that has no end', mend: 'write `\\{` to show the brace', skip: 1 }
}

function explainExpression(here: string): ReturnType<Explain> {
  return {
    what: `${quote(/^\{[^}]*\}*/.exec(here)?.[0] ?? '{')} is read as code`,
    mend: /^\{#[\w-]+\}[^\S\n]*(?:\n|$)/.test(here)
      ? 'delete it: the address of a heading is made from its words'
      : 'write `\\{` and `\\}` to show braces',
    skip: here.startsWith('{...') ? 0 : (/^\{*/.exec(here)?.[0].length ?? 0),
  }
}
