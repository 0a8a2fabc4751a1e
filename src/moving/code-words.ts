/** What can be read of settings that are code: literals behind a name, as in `site: 'https://…'`. The code is never run. */
export function codeWord(code: string | undefined, name: string): string | undefined {
  const found = new RegExp(
    `(?:^|[^\\w.])['"]?${name}['"]?\\s*:\\s*(['"\`])((?:(?!\\1)[^\\\\\\n$])*)\\1`,
  ).exec(withoutComments(code ?? ''))
  return found?.[2]
}

/** The part of the code between the braces behind a name: `blog: { … }`. */
export function codeGroup(code: string | undefined, name: string): string | undefined {
  const text = withoutComments(code ?? '')
  const start = new RegExp(`(?:^|[^\\w.])['"]?${name}['"]?\\s*:\\s*\\{`).exec(text)
  if (!start) return undefined
  let depth = 0
  for (let index = start.index + start[0].length - 1; index < text.length; index++) {
    if (text[index] === '{') depth++
    else if (text[index] === '}' && --depth === 0) return text.slice(start.index + start[0].length, index)
  }
  return undefined
}

function withoutComments(code: string): string {
  return code.replace(/\/\*[\s\S]*?\*\//g, '').replace(/(^|\s)\/\/[^\n]*/g, '$1')
}
