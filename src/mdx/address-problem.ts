import type { Problem } from './problem-at.ts'
import { quote } from './quote.ts'

const schemes = { link: ['https', 'http', 'mailto', 'tel'], image: ['https', 'http'] }

/**
 * What is wrong with an address, if anything. A post may lead to pages, mail and telephones, and show pictures.
 * Addresses are read as browsers read them, which drop control characters and line breaks.
 */
export function addressProblem(url: string, kind: 'link' | 'image'): Problem | undefined {
  const read = url.replace(/[\0-\x20\x7f-\x9f\s]/g, '')
  const noun = kind === 'link' ? 'link' : 'picture'
  if (read === '') {
    return { what: `this ${noun} has no address`, mend: 'write one between the parentheses or quotes' }
  }
  if (/^[/\\]{2}/.test(read)) {
    return {
      what: `${quote(url)} does not say how to get there`,
      mend: `write ${quote(`https://${read.slice(2)}`)}`,
    }
  }
  const scheme = /^([^/?#:]*):/.exec(read)?.[1]?.toLowerCase()
  if (scheme === undefined || schemes[kind].includes(scheme)) return undefined
  const known = schemes[kind].map((name) => `\`${name}:\``).join(', ')
  return {
    what: `a ${noun} cannot begin with \`${scheme}:\``,
    mend: `write one that begins with ${known}, or the path of a file`,
  }
}
