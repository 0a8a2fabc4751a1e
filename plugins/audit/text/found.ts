import type { Audit } from '../../../src/audit/audit.ts'
import { figure, foundWords } from '../../../src/audit/audit-words.ts'
import { nameOf } from '../../../src/audit/audited-post.ts'
import { visible, wrap } from '../../lint/reporters/terminal-text.ts'
import { cutTo, heading, type Look, placeOf } from './look.ts'

const firstToMend = 10
const margin = '  '

/** What was found, in figures. */
export function renderFound(audit: Audit, { style }: Look): string[] {
  const found = foundWords(audit)
  const wide = Math.max(...found.map(({ number }) => figure(number).length))
  return found.map(({ number, words, more }) => {
    const amount = style(number === 0 ? 'green' : 'bold', figure(number).padStart(wide))
    return `${margin}${amount}  ${words}${more === '' ? '' : style('dim', `, ${more}`)}`
  })
}

/** The posts that are most worth mending, and why. */
export function renderMend({ mend, posts, isAlone }: Audit, look: Look): string[] {
  if (mend.length === 0)
    return [look.style('green', posts.length === 1 ? 'Nothing to mend.' : 'Nothing to mend in any post.')]
  const first = mend.slice(0, firstToMend)
  const title = isAlone ? 'What to mend' : `Mend ${first.length === 1 ? 'this' : 'these'} first`
  return [
    ...heading(title, 'points of 100', look),
    ...first.flatMap(({ post, score, parts }, index) => [
      ...(index === 0 ? [] : ['']),
      `${margin}${look.style('bold', String(score).padStart(3))}  ${look.style('bold', cutTo(nameOf(post), look.columns - 7))}`,
      `       ${look.style('dim', visible(placeOf(post.file, parts.find(({ at }) => at)?.at, look)))}`,
      ...parts.flatMap(({ words }) =>
        wrap(visible(words), Math.max(20, look.columns - 9)).map(
          (line, place) => `       ${look.style('dim', place === 0 ? '-' : ' ')} ${line}`,
        ),
      ),
    ]),
  ]
}
