import { type CellFilling, fillCell, fillingsIn } from '../../calendar/cell-pattern.ts'
import type { Template } from '../../calendar/exports.ts'
import { nearest } from '../../calendar/nearest.ts'
import type { NetworkName } from '../../calendar/vocabulary.ts'
import type { ExportItem, Format, FormatContext, PlanProblem } from '../format.ts'
import { networks } from '../networks.ts'
import { sentParts } from '../queue-item.ts'
import { csvFormat, textCell } from './csv-format.ts'
import { readCsvHeader } from './csv-text.ts'
import { uploadSteps } from './upload-steps.ts'
import { wallClock } from './wall-clock.ts'

/**
 * A format made of a tool's own file: its columns are found by name, and filled as the plan says.
 * @param name what the plan calls it
 * @param text the file, undefined where the plan names none and the tool wants no line of names
 */
export function templateFormat(
  name: string,
  template: Template,
  text: string | undefined,
): Format | PlanProblem[] {
  const { columns, networks: flags = {}, mostRows, lead } = template
  const own = [...Object.keys(columns), ...Object.values(flags)]
  const header = text === undefined ? undefined : readCsvHeader(text)
  const names = header?.names ?? [...new Set(own)]
  const problems = problemsOf(name, template, names)
  if (problems.length > 0) return problems
  const filled = new Set(Object.values(columns).flatMap(fillingsIn))
  const hasFlags = Object.keys(flags).length > 0
  return csvFormat({
    id: name,
    name,
    source: {
      where: template.file ?? '`columns` in the plan',
      read: 'when you downloaded it',
      sure: 'your file',
    },
    ...(hasFlags && { networks: Object.keys(flags) as NetworkName[] }),
    isPerChannel: hasFlags ? 'when networks repeat' : !filled.has('channel') && !filled.has('account'),
    ...(mostRows !== undefined && { mostRows }),
    lead: Temporal.Duration.from(lead).total({ unit: 'minutes', relativeTo: '2027-01-01' }),
    hasZone: false,
    ...((filled.has('alt') || !filled.has('image')) && { hasAlt: true }),
    ...(filled.has('comment') && { hasComments: true }),
    problemsOf: ({ imageUrl }) =>
      imageUrl === undefined || filled.has('image')
        ? []
        : [
            {
              level: 'error',
              what: `no column of \`${name}\` holds images`,
              mend: 'add the column with `{image}` in the plan, or remove `image` here',
            },
          ],
    columns: () => names,
    row: (item, context) => ({
      ...Object.fromEntries(
        Object.entries(flags).map(([network, column]) => [
          column,
          network === item.network ? 'TRUE' : 'FALSE',
        ]),
      ),
      ...Object.fromEntries(
        Object.entries(columns).map(([column, pattern]) => [
          column,
          fillCell(pattern, (filling) => contentOf(filling, item, context)),
        ]),
      ),
    }),
    ...(header && { delimiter: header.delimiter }),
    head: header ? `${header.line}\r\n` : '',
    steps: (files, { zone }) =>
      uploadSteps(files, {
        tool: `\`${name}\``,
        zone,
        where: 'Upload each file as you do with the template that comes from it',
        check: `Filled were ${own.map((column) => `\`${column}\``).join(', ')}; all other columns are empty.`,
      }),
  })
}

function contentOf(
  filling: CellFilling,
  item: ExportItem,
  { zone, channels }: Pick<FormatContext, 'zone' | 'channels'>,
): string {
  const { day, time } = wallClock(item.at, zone)
  switch (filling) {
    case 'text':
      return textCell(sentParts(item))
    case 'words':
      return textCell(item.parts)
    case 'url':
      return item.url ?? ''
    case 'image':
      return item.imageUrl ?? ''
    case 'alt':
      return item.imageUrl === undefined ? '' : (item.image?.alt ?? '')
    case 'comment':
      return item.firstComment ?? ''
    case 'channel':
      return item.channel
    case 'account':
      return channels[item.channel]?.account ?? item.channel
    case 'network':
      return item.network ? networks[item.network].name : ''
    case 'id':
      return item.id
    case 'year':
      return day.slice(0, 4)
    case 'month':
      return day.slice(5, 7)
    case 'day':
      return day.slice(8)
    case 'hour':
      return time.slice(0, 2)
    case 'minute':
      return time.slice(3)
  }
}

/** What is wrong between the plan and the tool's file. */
function problemsOf(
  name: string,
  { file, columns, networks: flags = {} }: Template,
  names: readonly string[],
): PlanProblem[] {
  const at = ['exports', 'templates', name]
  const problems: PlanProblem[] = []
  const header = names.filter((column) => column !== '')
  if (header.length === 0)
    return [
      {
        field: [...at, 'file'],
        what: `the first line of \`${file}\` names no columns`,
        mend: 'download the template from the tool again, and save it as CSV',
      },
    ]
  const twice = header.find((column, index) => header.indexOf(column) !== index)
  if (twice !== undefined)
    problems.push({
      field: [...at, 'file'],
      what: `\`${file}\` has two columns \`${twice}\``,
      mend: 'give one of them another name, or download the template again',
    })
  const mapped = [
    ...Object.keys(columns).map((column) => ({ field: [...at, 'columns', column], column })),
    ...Object.entries(flags).map(([network, column]) => ({ field: [...at, 'networks', network], column })),
  ]
  for (const { field, column } of mapped) {
    if (header.includes(column)) continue
    const meant = nearest(column, header)
    problems.push({
      field,
      what: `\`${file}\` has no column \`${column}\``,
      mend: meant ? `did you mean \`${meant}\`?` : `choose from ${some(header)}`,
    })
  }
  for (const [network, column] of Object.entries(flags))
    if (column in columns)
      problems.push({
        field: [...at, 'networks', network],
        what: `\`${column}\` is filled twice, here and in \`columns\``,
        mend: 'remove it from `columns`',
      })
  const filled = Object.values(columns).flatMap(fillingsIn)
  const needs = (fillings: readonly CellFilling[], what: string, example: string) => {
    if (!fillings.some((filling) => filled.includes(filling)))
      problems.push({
        field: [...at, 'columns'],
        what: `no column of \`${name}\` holds ${what}`,
        mend: `say which one does, with \`${example}\` in \`columns\``,
      })
  }
  needs(['text', 'words'], 'the words', '{text}')
  for (const filling of ['year', 'month', 'day', 'hour', 'minute'] as const)
    needs([filling], `the ${filling}`, `{${filling}}`)
  if (filled.includes('words') && !filled.includes('text')) needs(['url'], 'the link', '{url}')
  return problems
}

/** As many names as one can take in. */
function some(names: readonly string[]): string {
  const most = 8
  return `${names
    .slice(0, most)
    .map((name) => `\`${name}\``)
    .join(', ')}${names.length > most ? ', …' : ''}`
}
