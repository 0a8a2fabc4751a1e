import { colors } from './pretty.ts'
import { type Report, saidOf } from './report.ts'
import { visible } from './terminal-text.ts'
import { worstFindingFirst } from './worst-first.ts'

/** How many findings of a file are listed while somebody writes it. */
const most = 5

/** Findings of a few files, one a line, the worst first. */
export function renderShort({ files, style }: Report): string {
  return files
    .flatMap(({ path, findings }) => {
      const name = visible(path)
      if (findings.length === 0) return [`${name}  ${style('green', 'nothing to mend')}`]
      const lines = findings
        .toSorted(worstFindingFirst)
        .slice(0, most)
        .map((finding) => {
          const { line, column, level } = finding
          return `${style('dim', `${name}:${line}:${column}`)}  ${style(colors[level], level)}  ${visible(saidOf(finding))}`
        })
      const left = findings.length - lines.length
      return left > 0 ? [...lines, `${left} more in ${name}: npm run lint`] : lines
    })
    .join('\n')
}
