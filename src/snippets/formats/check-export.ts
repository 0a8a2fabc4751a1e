import { isProblem } from '../../calendar/problem.ts'
import { toMoment } from '../../calendar/time.ts'
import type { LeveledProblem } from '../check-item.ts'
import type { ExportItem, Format, FormatContext } from '../format.ts'
import { leadingSign } from '../leading-sign.ts'
import type { Network } from '../network.ts'
import { networks } from '../networks.ts'
import { excessProblem, overCeilings } from '../over-ceiling.ts'
import { sentParts } from '../queue-item.ts'
import { wallClock } from './wall-clock.ts'

/** Is this for such a tool at all? What is done by hand is not, nor are activities. */
export function isFor(
  { takesAll }: Pick<Format, 'takesAll'>,
  { kind, network }: Pick<ExportItem, 'kind' | 'network'>,
): boolean {
  return takesAll || (kind !== 'activity' && network !== undefined && networks[network].isPosted)
}

/**
 * What keeps items out of a tool's files, or has to be done by hand besides; items that nothing is wrong with are left
 * out. Limits of the networks themselves are not looked at here.
 */
export function checkExport(
  items: readonly ExportItem[],
  format: Format,
  context: FormatContext,
): Map<ExportItem, LeveledProblem[]> {
  const found = new Map<ExportItem, LeveledProblem[]>()
  const note = (item: ExportItem, problems: readonly LeveledProblem[]) => {
    if (problems.length > 0) found.set(item, [...(found.get(item) ?? []), ...problems])
  }
  for (const item of items) note(item, checkOne(item, format, context))
  const passed = items
    .filter((item) => !found.get(item)?.some(({ level }) => level === 'error'))
    .sort((a, b) => (a.at.instant < b.at.instant ? -1 : a.at.instant > b.at.instant ? 1 : 0))
  const kept = new Map<string, ExportItem>()
  const said = new Map<string, ExportItem>()
  for (const item of passed) {
    const problem =
      tooClose(item, kept.get(item.channel), format) ?? repeated(item, said.get(textOf(item)), format)
    if (problem) note(item, [problem])
    if (problem?.level === 'error') continue
    kept.set(item.channel, item)
    said.set(textOf(item), item)
  }
  return found
}

function checkOne(item: ExportItem, format: Format, context: FormatContext): LeveledProblem[] {
  const { field, network, parts, firstComment, image, imageUrl } = item
  const inside = (...steps: string[]) => within(item, ...steps)
  const { name } = format
  const problems: LeveledProblem[] = []
  if (format.networks && !(network && format.networks.includes(network)))
    problems.push({
      level: 'error',
      field,
      what: `${name} does not post to ${network ? networks[network].name : `\`${item.channel}\``}`,
      mend: 'hand it over with another tool, or post it by hand',
    })
  if (parts.length > 1 && !format.hasThreads)
    problems.push({
      level: 'error',
      field: inside('parts'),
      what: `${name} takes no threads from a file`,
      mend: 'write one `text`, or choose a format that takes threads, as `postiz` or `jsonl`',
    })
  problems.push(...lengths(item, format))
  if (image && imageUrl === undefined)
    problems.push({
      level: 'error',
      field: inside('image'),
      what: 'its image has no address that a tool could fetch it from',
      mend: 'build the site, so that the image is on it',
    })
  if (image?.alt && !format.hasAlt && network && networks[network].images.hasAlt)
    problems.push({
      level: 'warning',
      field: inside('image', 'alt'),
      what: `${name} takes no description of an image from a file`,
      mend: 'add it in the tool once the post is there',
    })
  if (firstComment !== undefined && !format.hasComments)
    problems.push({
      level: 'warning',
      field: inside('firstComment'),
      what: `${name} takes no comment from a file`,
      mend: 'add it by hand once the post is out',
    })
  const { day, time } = wallClock(item.at, context.zone)
  if (!format.hasZone && isProblem(toMoment(day, time, context.zone)))
    problems.push({
      level: 'warning',
      field: inside('at'),
      what: `\`${day} ${time}\` happens twice in ${context.zone}, and ${name} cannot be told which one is meant`,
      mend: 'choose a time outside that hour',
    })
  for (const [column, words] of Object.entries(format.row?.(item, context) ?? {})) {
    const problem = leadingSign(words)
    if (problem) problems.push({ ...problem, field, what: `in \`${column}\`, ${problem.what}` })
  }
  for (const problem of format.problemsOf?.(item, context) ?? []) problems.push({ ...problem, field })
  return problems
}

/** Where the tool takes less than the network. */
function lengths(item: ExportItem, { name, ceilings }: Format): LeveledProblem[] {
  const network: Network | undefined = item.network && networks[item.network]
  const limit = item.network && ceilings?.[item.network]
  if (!network || limit === undefined) return []
  return overCeilings(item, network, limit)
    .filter(({ of }) => of !== 'firstComment')
    .map((excess) => ({
      level: 'error',
      field: item.field,
      ...excessProblem(excess, { ...network, name: `${name}, for ${network.name},` }),
    }))
}

function tooClose(
  item: ExportItem,
  before: ExportItem | undefined,
  { name, apart }: Format,
): LeveledProblem | undefined {
  if (!before || apart === undefined) return undefined
  const next = Temporal.Instant.from(before.at.instant).add({ minutes: apart })
  if (Temporal.Instant.compare(item.at.instant, next) >= 0) return undefined
  return {
    level: 'error',
    field: within(item, 'at'),
    what: `${name} wants ${apart} minutes between two posts, and this follows sooner on \`${before.id}\``,
    mend: `choose \`${next.toZonedDateTimeISO(item.at.zone).toPlainDateTime().toString({ smallestUnit: 'minute' }).replace('T', ' ')}\` or later`,
  }
}

function repeated(
  item: ExportItem,
  before: ExportItem | undefined,
  { name, noRepeat }: Format,
): LeveledProblem | undefined {
  if (!before || noRepeat === undefined) return undefined
  const next = Temporal.Instant.from(before.at.instant).add({ hours: 24 * noRepeat })
  if (Temporal.Instant.compare(item.at.instant, next) >= 0) return undefined
  const isSameNetwork = before.network === item.network
  return {
    level: isSameNetwork ? 'error' : 'warning',
    field: item.field,
    what: `${name} ${isSameNetwork ? 'refuses' : 'may refuse'} the words of \`${before.id}\` a second time within ${noRepeat} days`,
    mend: 'write it in other words, or later',
  }
}

function textOf(item: ExportItem): string {
  return sentParts(item).join('\n\n')
}

/** Where a value of an item was written; all of a share stands in the body. */
function within({ field }: Pick<ExportItem, 'field'>, ...steps: string[]): ExportItem['field'] {
  return field.length === 0 ? field : [...field, ...steps]
}
