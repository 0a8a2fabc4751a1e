import type { NetworkName } from '../../calendar/vocabulary.ts'
import type { ExportItem, Format, FormatContext } from '../format.ts'
import { sentParts } from '../queue-item.ts'

/** What Postiz calls each network, with the settings that it refuses a post without. */
const settings: Partial<Record<NetworkName, { __type: string } & Record<string, unknown>>> = {
  x: { __type: 'x', who_can_reply_post: 'everyone' },
  bluesky: { __type: 'bluesky' },
  mastodon: { __type: 'mastodon' },
  linkedin: { __type: 'linkedin' },
  facebook: { __type: 'facebook' },
  instagram: { __type: 'instagram', post_type: 'post' },
  threads: { __type: 'threads' },
  'google-business': { __type: 'gmb' },
  pinterest: { __type: 'pinterest' },
}

/** The body of a request to `POST /public/v1/posts`. */
export interface PostizBody {
  /** A time that is past by more than a minute is refused, unless it is `now`. */
  type: 'schedule' | 'now'
  /** With milliseconds and `Z`, always. */
  date: string
  shortLink: boolean
  tags: []
  posts: {
    integration: { id: string }
    /** Posts of a thread, then the first comment. */
    value: { id?: string; content: string; image: { id: string; path: string; alt?: string }[] }[]
    settings: Record<string, unknown>
  }[]
}

/**
 * What Postiz is told of an item. It is not idempotent: a body without `remote` makes a new post each time.
 * @param remote the `postId` that Postiz answered when it took the item before, to change it
 */
export function postizBody(item: ExportItem, { exports }: FormatContext, remote?: string): PostizBody {
  const account = exports.postiz?.channels[item.channel]
  const words = [...sentParts(item), ...(item.firstComment === undefined ? [] : [item.firstComment])]
  return {
    type: 'schedule',
    date: Temporal.Instant.from(item.at.instant).toString({ smallestUnit: 'millisecond' }),
    shortLink: false,
    tags: [],
    posts: [
      {
        integration: { id: account?.integration ?? '' },
        value: words.map((content, index) => ({
          ...(index === 0 && remote !== undefined && { id: remote }),
          content,
          image: index === 0 ? imagesOf(item) : [],
        })),
        settings: { ...settingsFor(item.network), ...account?.settings },
      },
    ],
  }
}

/** Settings that Postiz refuses a post on this network without. */
export function settingsFor(network: NetworkName | undefined): Record<string, unknown> {
  return { ...(network && settings[network]) }
}

function imagesOf({ imageUrl, image }: ExportItem) {
  if (imageUrl === undefined) return []
  const id = imageUrl.slice(imageUrl.lastIndexOf('/') + 1).replace(/\.\w+$/, '')
  return [{ id, path: imageUrl, ...(image?.alt && { alt: image.alt }) }]
}

/** Bodies of requests, one a line. */
export const postiz: Format = {
  name: 'Postiz',
  source: {
    where: 'docs.postiz.com/public-api, and its source',
    read: '2026-11',
    sure: 'vendor',
  },
  networks: Object.keys(settings) as NetworkName[],
  isPerChannel: false,
  lead: 5,
  hasZone: true,
  hasThreads: true,
  hasAlt: true,
  hasComments: true,
  problemsOf: ({ channel, network }, { exports }) => {
    const account = exports.postiz?.channels[channel]
    if (!account)
      return [
        {
          level: 'error',
          what: `the plan does not say what \`${channel}\` is in Postiz`,
          mend: `write \`exports: { postiz: { channels: { ${channel}: { integration: id } } } }\` in the plan`,
        },
      ]
    if (network === 'pinterest' && !('board' in account.settings))
      return [
        {
          level: 'error',
          what: 'Postiz takes no pin without the number of its board',
          mend: `write \`settings: { board: "…" }\` beside \`integration\` of \`${channel}\` in the plan`,
        },
      ]
    return []
  },
  render: (items, name, context) => ({
    name: `postiz-${name}.jsonl`,
    content: items.map((item) => `${JSON.stringify(postizBody(item, context))}\n`).join(''),
  }),
  steps: (files) => [
    `Each line of ${files.map(({ name }) => `\`${name}\``).join(', ')} is the body of one request: \`POST /public/v1/posts\` of your Postiz server, with the header \`Authorization: <key>\`. At most 30 requests an hour are safe.`,
    'Times are in UTC, so no zone has to be set.',
    'Then confirm the hand-over here. Sending a line twice posts twice.',
  ],
}
