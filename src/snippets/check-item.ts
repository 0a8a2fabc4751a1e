import type { Plan } from '../calendar/plan.ts'
import { hiddenSign } from './hidden-sign.ts'
import { leadingSign } from './leading-sign.ts'
import { mediaProblem } from './media-problem.ts'
import type { Network } from './network.ts'
import { networks } from './networks.ts'
import { excessProblem, overCeilings } from './over-ceiling.ts'
import { type ItemProblem, type QueueItem, sentParts } from './queue-item.ts'
import { addressesIn, hashtagsIn } from './words-in-post.ts'

/** A problem that keeps an item back, or one to think about. */
export interface LeveledProblem extends ItemProblem {
  level: 'error' | 'warning'
}

/** What is wrong with an item on its network. Activities are not posted: only their words are looked at. */
export function checkItem(item: QueueItem, { channels }: Pick<Plan, 'channels'>): LeveledProblem[] {
  const network: Network | undefined = item.network && networks[item.network]
  return [
    ...item.parts.flatMap((words, index): LeveledProblem[] => {
      const problem = leadingSign(words)
      return problem?.level === 'error' ? [{ field: fieldOf(item, index), ...problem }] : []
    }),
    ...hidden(item),
    ...early(item),
    ...(network && item.kind !== 'activity'
      ? [
          ...lengths(item, network, channels[item.channel]?.limit),
          ...media(item, network),
          ...hashtags(item, network),
          ...links(item, network),
          ...promises(item, network),
        ]
      : []),
  ]
}

function hidden(item: QueueItem): LeveledProblem[] {
  const { parts, firstComment, image, field } = item
  const all: [string, QueueItem['field']][] = parts.map((words, index) => [words, fieldOf(item, index)])
  if (firstComment !== undefined) all.push([firstComment, fieldOf(item, 'firstComment')])
  if (image) all.push([image.alt, [...field, 'image', 'alt']])
  return all.flatMap(([words, field]): LeveledProblem[] => {
    const problem = hiddenSign(words)
    return problem ? [{ level: 'error', field, ...problem }] : []
  })
}

function early({ at, tooEarly, field }: QueueItem): LeveledProblem[] {
  if (!at || !tooEarly) return []
  const [written, moved] = [tooEarly, at].map(({ local }) => local.replace('T', ' '))
  return [
    {
      level: 'warning',
      field: [...field, 'at'],
      what: `on \`${written}\` its page may not be there yet, so it goes out on \`${moved}\``,
      mend: 'write that time or a later one, or publish the post earlier; `site.rebuildEvery` in the plan says how long a page may take',
    },
  ]
}

function lengths(item: QueueItem, network: Network, limit: number | undefined): LeveledProblem[] {
  return overCeilings(item, network, limit).map((excess) => ({
    level: 'error',
    field: fieldOf(item, excess.of),
    ...excessProblem(excess, network),
  }))
}

function media({ image, field }: QueueItem, network: Network): LeveledProblem[] {
  const problem = mediaProblem(image, network)
  return problem ? [{ field: image ? [...field, 'image'] : field, ...problem }] : []
}

function hashtags(
  { parts, firstComment, field }: QueueItem,
  { name, hashtags: limits }: Network,
): LeveledProblem[] {
  const { length } = limits ? [...parts, firstComment ?? ''].flatMap(hashtagsIn) : []
  if (!limits || length <= limits.many) return []
  const isRefused = length > limits.most
  return [
    {
      level: isRefused ? 'error' : 'warning',
      field,
      what: isRefused
        ? `${length} hashtags, and ${name} refuses more than ${limits.most}`
        : `${length} hashtags, and on ${name} more than ${limits.many} look like bait`,
      mend: `keep the ${limits.many} that people would look under`,
    },
  ]
}

function links(item: QueueItem, { name, links: { areClickable, most } }: Network): LeveledProblem[] {
  if (areClickable && most === undefined) return []
  return sentParts(item).flatMap((words, index): LeveledProblem[] => {
    const field = fieldOf(item, index)
    const addresses = addressesIn(words)
    if (most !== undefined && addresses.length > most)
      return [
        {
          level: 'error',
          field,
          what: `${addresses.length} links, and ${name} refuses more than ${most}`,
          mend: 'keep the ones that matter most',
        },
      ]
    if (areClickable || addresses.length === 0) return []
    return [
      {
        level: 'warning',
        field,
        what: `\`${addresses[0]}\` cannot be followed on ${name}`,
        mend:
          item.url === undefined
            ? 'say in words where to find it'
            : 'write `kind: tip` so that no link is added, and say in words where to find it',
      },
    ]
  })
}

function promises({ parts, kind, only, consent, field }: QueueItem, network: Network): LeveledProblem[] {
  const problems: LeveledProblem[] = []
  if (parts.length > 1 && !network.hasThreads)
    problems.push({
      level: 'error',
      field: [...field, 'parts'],
      what: `${network.name} has no threads`,
      mend: 'write one `text`, and put what does not fit into `firstComment`',
    })
  if (only && kind !== 'offer')
    problems.push({
      level: 'warning',
      field: [...field, 'only'],
      what: `\`only\` is for an offer, and this is of kind \`${kind}\``,
      mend: 'write `kind: offer`, or remove `only`',
    })
  if (kind === 'story' && consent === undefined)
    problems.push({
      level: 'warning',
      field,
      what: 'it is not said who agreed that their story is told',
      mend: 'ask them, and write `consent: Name, 2027-01-15`',
    })
  return problems
}

/** Where the words were written; those of a later time may be a variant, so that the whole snippet is meant. */
function fieldOf({ id, field, parts }: QueueItem, of: number | 'firstComment'): QueueItem['field'] {
  if (field.length === 0) return field
  if (of === 'firstComment') return [...field, of]
  if (parts.length > 1) return [...field, 'parts', of]
  return id.endsWith('/1') ? [...field, 'text'] : field
}
