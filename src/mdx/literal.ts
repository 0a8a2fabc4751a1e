/** A value that can be written down: what a prop of a component may be. */
export type Literal = string | number | boolean | null | Literal[] | { [key: string]: Literal }

type Kind = 'space' | 'text' | 'number' | 'word' | 'sign'

const KINDS: Readonly<Record<Kind, RegExp>> = {
  space: /\s+|\/\/.*|\/\*[\s\S]*?\*\//y,
  text: /'(?:[^'\\\n]|\\[\s\S])*'|"(?:[^"\\\n]|\\[\s\S])*"|`(?:[^`\\$]|\\[\s\S]|\$(?!\{))*`/y,
  number: /[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?(?![\w$.])/y,
  word: /[\p{ID_Start}$_][\p{ID_Continue}$]*/uy,
  sign: /[[\]{},:]/y,
}

const ESCAPE = /\\(?:u\{([\da-fA-F]{1,6})\}|u([\da-fA-F]{4})|x([\da-fA-F]{2})|(\r\n|[\s\S]))/g
const ESCAPED = new Map(
  Object.entries({ b: '\b', f: '\f', n: '\n', r: '\r', t: '\t', v: '\v', 0: '\0', '\n': '', '\r\n': '' }),
)

/**
 * Reads a JavaScript expression that is a literal: text, number, true, false, null, lists and objects of these,
 * with comments and trailing commas. Nothing is evaluated: its tokens are respelled as JSON.
 * @returns undefined for anything else (a name, a call, `${…}`, a spread, nothing at all)
 */
export function parseLiteral(source: string): Literal | undefined {
  const tokens = tokensOf(source)?.filter(({ kind }) => kind !== 'space')
  const json = tokens?.map(({ kind, text }, index) => {
    const [before = '', next = ''] = [tokens[index - 1]?.text, tokens[index + 1]?.text]
    if (kind === 'text') return JSON.stringify(wordsIn(text))
    if (kind === 'sign') return text === ',' && /^[\]}]/.test(next) && !/^[[{,]/.test(before) ? '' : text
    const value = kind === 'number' ? String(Number(text)) : text
    return next === ':' ? JSON.stringify(value) : value
  })
  try {
    return json && (JSON.parse(json.join(' ')) as Literal)
  } catch {
    return undefined
  }
}

/** Whether an expression is nothing but comments. */
export function isComment(source: string): boolean {
  return source.includes('/') && tokensOf(source)?.every(({ kind }) => kind === 'space') === true
}

function tokensOf(source: string): { kind: Kind; text: string }[] | undefined {
  const tokens: { kind: Kind; text: string }[] = []
  for (let at = 0; at < source.length; ) {
    const kind = (Object.keys(KINDS) as Kind[]).find((candidate) => {
      KINDS[candidate].lastIndex = at
      return KINDS[candidate].test(source)
    })
    if (kind === undefined) return undefined
    const end = KINDS[kind].lastIndex
    tokens.push({ kind, text: source.slice(at, end) })
    at = end
  }
  return tokens
}

function wordsIn(quoted: string): string {
  return quoted
    .slice(1, -1)
    .replace(ESCAPE, (_, point?: string, four?: string, two?: string, other?: string) => {
      if (other !== undefined) return ESCAPED.get(other) ?? other
      const code = Number.parseInt(point ?? four ?? two ?? '', 16)
      return code > 0x10_ff_ff ? '\ufffd' : String.fromCodePoint(code)
    })
}
