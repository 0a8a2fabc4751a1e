import { count, countLevels, type Report, renderCounts, saidOf } from './report.ts'
import { visible } from './terminal-text.ts'
import { worstFindingFirst, worstFirst } from './worst-first.ts'

/** How many rows a table has at most: GitHub takes comments of 65,536 characters. */
const mostRows = 100

/** A summary for a comment on a pull request, or for `$GITHUB_STEP_SUMMARY`. */
export function renderMarkdown({ files, hidden }: Report): string {
  const heading = '### A cold read\n\n'
  const spoken = files.filter(({ findings }) => findings.length > 0).sort(worstFirst)
  const old = hidden === 0 ? '' : ` ${count(hidden, 'older finding')} in the baseline.`
  if (spoken.length === 0) return `${heading}Nothing to mend in ${count(files.length, 'file')}.${old}`
  const rows = spoken.flatMap(({ path, findings }) =>
    findings.toSorted(worstFindingFirst).map((finding) => {
      const { level, rule, line, url } = finding
      const name = /^https?:/.test(url) ? `[${rule}](${url})` : rule
      return `| ${level} | ${codeSpan(`${path}:${line}`)} | ${inCell(saidOf(finding))} | ${name} |`
    }),
  )
  const left = rows.length - mostRows
  const counts = `**${renderCounts(countLevels(files))}** in ${spoken.length} of ${count(files.length, 'file')}.${old}`
  const table = ['| | where | what to do | rule |', '| --- | --- | --- | --- |', ...rows.slice(0, mostRows)]
  return `${heading}${counts}\n\n${table.join('\n')}${left > 0 ? `\n\n… and ${left} more.` : ''}`
}

/** A message with words of others in backticks, so that nothing in it becomes markup. */
function inCell(message: string): string {
  return visible(message)
    .split(/(`[^`]*`)/)
    .map((part, index) =>
      index % 2 === 1 ? codeSpan(part.slice(1, -1)) : part.replace(/[\\<>&[\]*_@#|~`]/g, sign),
    )
    .join('')
}

function sign(character: string): string {
  return `&#${character.codePointAt(0)};`
}

function codeSpan(text: string): string {
  return text.trim() === '' ? text : `\`${text.replaceAll('`', "'").replaceAll('|', '\\|')}\``
}
