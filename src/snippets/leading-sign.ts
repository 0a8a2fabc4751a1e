/**
 * What a spreadsheet makes of words that begin with a sign, in a file for a posting tool: `=`, a tab and a carriage
 * return begin a formula or a cell, and nobody writes them on purpose; `+`, `-` and `@` begin a formula in some programs.
 */
export function leadingSign(
  words: string,
): { level: 'error' | 'warning'; what: string; mend: string } | undefined {
  const sign = words[0] ?? ''
  const name = { '\t': 'a tab', '\r': 'a carriage return' }[sign] ?? `\`${sign}\``
  if ('=\t\r'.includes(sign) && sign !== '')
    return {
      level: 'error',
      what: `the words begin with ${name}, which a spreadsheet takes for a formula or drops`,
      mend: 'begin with a word',
    }
  if ('+-@'.includes(sign) && sign !== '')
    return {
      level: 'warning',
      what: `the words begin with ${name}, which a spreadsheet may take for a formula`,
      mend: 'begin with a word, or do not open the file in a spreadsheet before you upload it',
    }
  return undefined
}
