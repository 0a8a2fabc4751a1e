/** A piece of a line of code: what it is, where a reader gains from seeing that. */
export interface Token {
  text: string
  kind?: 'comment' | 'keyword' | 'string' | undefined
}

/** Longer blocks and lines stay plain: reading them would hold up the build. */
const most = { block: 20_000, line: 500 }

/**
 * Parts code into tokens.
 * @param language as written after the backticks: `js`
 * @returns undefined for a language that is not known, or a block that is too long
 */
export async function highlight(code: string, language: string): Promise<Token[] | undefined> {
  if (code.length > most.block) return undefined
  const { bundledLanguages, codeToTokensBase, createCssVariablesTheme } = await import('shiki')
  if (!Object.hasOwn(bundledLanguages, language)) return undefined
  const lines = await codeToTokensBase(code.replace(/\n$/, ''), {
    lang: language as keyof typeof bundledLanguages,
    theme: createCssVariablesTheme({ name: 'kinds', variablePrefix: '' }),
    tokenizeMaxLineLength: most.line,
    // A limit in time would make the page depend on the machine.
    tokenizeTimeLimit: 0,
  })
  const tokens: Token[] = []
  for (const { content, color } of lines.flatMap((line) => [...line, { content: '\n', color: '' }])) {
    const kind = kindOf(content, color ?? '')
    const last = tokens.at(-1)
    if (last && last.kind === kind) last.text += content
    else tokens.push({ text: content, kind })
  }
  return tokens
}

/** Signs such as `=` are keywords to the grammars; bold ones would outshout the words. */
function kindOf(text: string, color: string): Token['kind'] {
  const kind = /comment|keyword|string/.exec(color)?.[0] as Token['kind']
  return kind === 'keyword' && !/\p{L}/u.test(text) ? undefined : kind
}
