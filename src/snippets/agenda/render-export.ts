import { renderFault } from '../../calendar/fault.ts'
import type { Moment } from '../../calendar/time.ts'
import type { ExportFile, Format, FormatContext } from '../format.ts'
import type { Handover, Ledger } from '../ledger/fold-ledger.ts'
import type { ExportPlan, Held } from '../ledger/plan-export.ts'
import type { Agenda } from './agenda.ts'
import { dayWords } from './day-words.ts'
import type { Look } from './look.ts'
import { removalOf, toolOf } from './removal-words.ts'
import { renderLine } from './render-line.ts'
import { renderMissed } from './render-missed.ts'
import { renderToPush } from './render-to-push.ts'

/** An export as it was made, and what it was asked for. */
export interface ExportReport extends Pick<Agenda, 'warnings' | 'placeOf'> {
  plan: ExportPlan
  /** Its name in the ledger. */
  name?: string
  files: readonly ExportFile[]
  /** Name of the table for people. */
  review?: string
  format: Format
  context: FormatContext
  now: Moment
  /** Last day. */
  until: string
  /** The folder, as a person would type it. */
  place: string
  /** Open exports whose files are not in the folder. */
  lost: readonly Handover[]
  ledger: Pick<Ledger, 'handovers'>
  /** Others hand over from the same repository. */
  isShared: boolean
}

/** As much of a list as one takes in. */
const most = 10

/** What was written, what the person does next, and what stayed behind and why. */
export function renderExport(report: ExportReport, look: Look): string {
  const { plan, name, files, review, format, context, now, until, place, lost, isShared } = report
  const { zone } = context
  const [tool, removal] = [toolOf(report.ledger), removalOf(report.ledger)]
  const section = (title: string, lines: readonly string[]) =>
    lines.length === 0 ? '' : [look.style('bold', title), ...lines].join('\n')
  const lines = <T>(all: readonly T[], render: (each: T) => string) => [
    ...all.slice(0, most).map(render),
    ...(all.length > most ? [`  and ${all.length - most} more`] : []),
  ]
  const held = (all: readonly Held[]) =>
    lines([...Map.groupBy(all, ({ item }) => item.id)], ([id, [first, ...more]]) =>
      first
        ? [
            renderLine(first.item, zone, look),
            `    ${look.style('dim', id)}`,
            ...[first, ...more].map(
              ({ item, field = item.field, what, mend }) =>
                `    ${renderFault({ ...report.placeOf(item, field), what, mend })}`,
            ),
          ].join('\n')
        : '',
    )
  const thoughts = format.isView
    ? []
    : plan.write.flatMap((item) => (report.warnings.get(item.id) ?? []).map((each) => ({ item, ...each })))
  const images = plan.write.filter(({ imageUrl }) => imageUrl !== undefined).length
  const steps = [
    ...(name !== undefined && isShared
      ? [
          'Commit and push `content/handovers`, now and whenever you noted something: others cannot know otherwise that this was handed over.',
        ]
      : []),
    ...(images > 0 && !format.isView
      ? [
          `Build and publish the site first: the tool fetches ${count(images, 'image')} from it, each below ${context.site.url}/m/.`,
        ]
      : []),
    ...(files.length > 0 ? format.steps(files, context) : []),
    ...(name === undefined
      ? []
      : [
          `Once it is uploaded: npm run queue -- confirm ${name}`,
          `For each post that the tool refuses: npm run queue -- refuse ID. The ids: npm run queue -- status ${name}`,
          `If you do not upload it: npm run queue -- undo ${name}. Until then no other export holds these posts, in whatever format.`,
        ]),
  ]
  const sections = [
    files.length === 0
      ? `${look.style('bold', `Nothing new for ${format.name}`)} until ${dayWords(until)}${plan.unchanged.length > 0 ? `: ${count(plan.unchanged.length, 'post')} handed over already, as wanted` : ''}.`
      : section(`${format.name}, until ${dayWords(until)}`, [
          ...files.map((file) => `  ${place}${file.name}`),
          ...(review === undefined ? [] : [`  ${place}${review} (with the ids; for reading only)`]),
        ]),
    section(
      'Remove these first, in the tool',
      lines(
        plan.removeFirst,
        (row) => `${renderLine(row, zone, look)}\n    in ${tool(row)}; then: ${removal(row)}`,
      ),
    ),
    section(
      'Changed or canceled since they were exported; was that uploaded?',
      lines(plan.uncertain, (row) => `${renderLine(row, zone, look)}\n    ${row.export}, for ${tool(row)}`),
    ),
    section(
      'Handed over twice; was each of these uploaded?',
      plan.twice.length === 0
        ? []
        : [
            ...lines(
              plan.twice,
              (row) => `${renderLine(row, zone, look)}\n    ${row.export}, for ${tool(row)}`,
            ),
            '  If so: npm run queue -- confirm EXPORT. If not: npm run queue -- undo EXPORT.',
          ],
    ),
    ...renderToPush(plan.toPush, zone, look),
    section(
      'What to do next',
      steps.map((step, index) => wrapped(`${String(index + 1).padStart(3)}. ${step}`, look.columns)),
    ),
    section('To think about', held([...plan.warnings, ...thoughts])),
    section('Held back', held(plan.held)),
    section('Not sent again', held(plan.again)),
    renderMissed(plan.missed, { now, zone, title: 'Missed: too late for this tool' }, look),
    section(
      `Not for ${format.name}: done by hand`,
      lines(plan.byHand, (item) => renderLine(item, zone, look)),
    ),
    section(
      'Open, and not in this folder: was this uploaded?',
      lost.map(
        ({ name }) =>
          `  ${name}\n    if so: npm run queue -- confirm ${name}\n    if not, and its files are lost: npm run queue -- reprint ${name} --out DIR`,
      ),
    ),
  ]
  return `${sections.filter((each) => each !== '').join('\n\n')}\n`
}

/** Breaks a step into lines, as far as its words let it. */
function wrapped(step: string, columns: number): string {
  const lines: string[] = []
  for (const word of step.split(' ')) {
    const line = lines.at(-1)
    if (line === undefined) lines.push(word)
    else if (line.length + 1 + word.length <= columns) lines[lines.length - 1] = `${line} ${word}`
    else lines.push(`     ${word}`)
  }
  return lines.join('\n')
}

function count(number: number, what: string): string {
  return `${number} ${what}${number === 1 ? '' : 's'}`
}
