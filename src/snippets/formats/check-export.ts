import type { LeveledProblem } from '../check-item.ts'
import type { ExportItem, Format, FormatContext } from '../format.ts'
import { leadingSign } from '../leading-sign.ts'
import type { Network } from '../network.ts'
import { networks } from '../networks.ts'
import { excessProblem, overCeilings } from '../over-ceiling.ts'
import { Neighbors } from './neighbors.ts'
import { happensTwice, wallClock } from './wall-clock.ts'
import { within } from './within.ts'

/** Is this for such a tool at all? What is done by hand is not, nor are activities. */
export function isFor(
  { takesAll }: Pick<Format, 'takesAll'>,
  { kind, network }: Pick<ExportItem, 'kind' | 'network'>,
): boolean {
  return takesAll || (kind !== 'activity' && network !== undefined && networks[network].isPosted)
}

/**
 * What keeps items out of a tool's files, or has to be done by hand besides; items that nothing is wrong with are left
 * out. Where two items cannot both go out, the one that comes first in the list stays. Limits of the networks themselves
 * are not looked at here.
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
  const neighbors = new Neighbors(format)
  for (const item of items) {
    if (found.get(item)?.some(({ level }) => level === 'error')) continue
    const problem = neighbors.check(item)
    if (problem) note(item, [problem])
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
  const ending = /\.(svg|avif)$/i.exec(image?.path ?? '')?.[1]?.toUpperCase()
  if (ending && !format.takesAll)
    problems.push({
      level: ending === 'SVG' ? 'error' : 'warning',
      field: inside('image'),
      what: ending === 'SVG' ? 'networks show no SVG' : 'many tools and networks take no AVIF',
      mend: 'save the image as PNG or JPEG',
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
  if (!format.hasZone && happensTwice(day, time, context.zone))
    problems.push({
      level: 'error',
      field: inside('at'),
      what: `\`${day} ${time}\` happens twice in ${context.zone}, and ${name} cannot be told which one is meant`,
      mend: 'choose a time outside that hour, or a format that says the zone, as `ayrshare`, `postiz` or `jsonl`',
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
