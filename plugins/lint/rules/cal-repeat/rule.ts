import { z } from 'zod'
import { clashesOf } from '../../../../src/calendar/clashes.ts'
import type { Plan } from '../../../../src/calendar/plan.ts'
import type { Post } from '../../../../src/calendar/post.ts'
import type { WrittenSnippet } from '../../../../src/calendar/snippet.ts'
import { addDays, dayIn, dayOf, daysFrom } from '../../../../src/calendar/time.ts'
import type { NetworkName } from '../../../../src/calendar/vocabulary.ts'
import { defineCalendarRule } from '../../rule.ts'

/** A snippet and the day on which it goes out, as far as that is known. */
interface Sharing {
  readonly post: Post
  readonly index: number
  readonly kind: string
  readonly words: string
  readonly day: string
}

/** Where nothing is posted. */
const unposted: ReadonlySet<NetworkName> = new Set(['email', 'phone', 'event'])

export default defineCalendarRule({
  id: 'cal-repeat',
  summary: 'the same thing twice on a channel within a month, or a new post that no channel speaks of',
  why: 'Who sees the same thing twice in a month skips the next one, and a page that nobody passes on is found later.',
  level: 'suggestion',
  options: z.strictObject({
    days: z
      .int()
      .positive()
      .default(30)
      .meta({ description: 'Days in which a channel should not repeat itself' }),
  }),
  collect: ({ passages }) => passages.some(({ inside }) => inside.includes('Share')),
  complete(collected, { options: { days }, calendar, report }) {
    const { plan } = calendar
    const today = dayIn(calendar.now, plan.zone)
    const posts = collected.map(({ post }) => post)
    const clashing = new Set(clashesOf(posts).map(({ posts: [a, b] }) => `${a.slug} ${b.slug}`))
    const isSame = (a: Sharing, b: Sharing) =>
      a.words === b.words ||
      (a.post === b.post
        ? a.kind === b.kind
        : clashing.has(`${a.post.slug} ${b.post.slug}`) || clashing.has(`${b.post.slug} ${a.post.slug}`))

    for (const channel of Object.keys(plan.channels)) {
      const sharings = posts
        .flatMap((post) => sharingsOf(post, channel))
        .sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0))
      let first = 0
      for (const [place, later] of sharings.entries()) {
        while (daysFrom((sharings[first] as Sharing).day, later.day) >= days) first++
        if (later.day < today) continue
        const earlier = sharings.slice(first, place).findLast((each) => isSame(each, later))
        if (!earlier) continue
        const between = daysFrom(earlier.day, later.day)
        const isOwn = earlier.post === later.post
        const apart = between === 0 ? 'on the same day' : `${between} day${between === 1 ? '' : 's'} earlier`
        report({
          file: later.post.file,
          at: { field: ['snippets', channel, later.index, 'text'] },
          quote: later.post.query,
          key: `${channel} ${later.index}`,
          message: `\`${channel}\` has \`${earlier.post.query}\` ${isOwn ? `as a \`${later.kind}\`` : `from \`${earlier.post.slug}\``} ${apart} already; say something else here, or wait until \`${addDays(earlier.day, days)}\`.`,
          because: `${between} days from \`${earlier.day}\` to \`${later.day}\`; at least ${days}, parts of a series apart`,
        })
      }
    }

    const channel = sharingChannel(plan)
    if (channel === undefined) return
    for (const { post, data: hasShare } of collected) {
      if (post.state !== 'live' || !post.publish || hasShare || Object.keys(post.snippets).length > 0)
        continue
      const day = dayIn(post.publish, plan.zone)
      if (daysFrom(day, today) < days)
        report({
          file: post.file,
          at: { field: ['title'] },
          key: 'nowhere',
          message: `\`${post.title}\` is live and no channel speaks of it; add \`snippets\` with a sentence for \`${channel}\`.`,
          because: `no \`snippets\` and no \`<Share>\` in a post that went live on \`${day}\`, within ${days} days`,
        })
    }
  },
})

function sharingsOf(post: Post, channel: string): Sharing[] {
  return (post.snippets[channel] ?? []).flatMap((snippet, index): Sharing[] => {
    const day = sharingDay(post, snippet)
    const words = (snippet.text ?? snippet.parts?.join('\n') ?? '').toLowerCase().replace(/\s+/g, ' ').trim()
    return day === undefined ? [] : [{ post, index, kind: snippet.kind ?? 'link', words, day }]
  })
}

/** `next` counts from the post's own day, since the channel's next free time is not known here. */
function sharingDay({ publish, planned }: Post, { at }: WrittenSnippet): string | undefined {
  if (typeof at === 'object' && 'day' in at) return at.day
  const from = publish ? dayOf(publish) : planned
  return from !== undefined && typeof at === 'object' ? addDays(from, at.days) : from
}

/** The first channel that takes snippets at all. */
function sharingChannel({ channels }: Plan): string | undefined {
  return Object.entries(channels).find(([, { network, dimmers }]) => {
    const rates = Object.values(dimmers)
    return !unposted.has(network) && (rates.length === 0 || rates.some(({ times }) => times > 0))
  })?.[0]
}
