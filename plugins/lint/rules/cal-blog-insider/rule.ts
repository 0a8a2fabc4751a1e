import { z } from 'zod'
import { planFile } from '../../../../src/calendar/sources.ts'
import { defineCalendarRule } from '../../rule.ts'

export default defineCalendarRule({
  id: 'cal-blog-insider',
  summary: 'a blog most of whose newest posts speak to people who already know it',
  why: 'Search sends strangers. Where most posts need to be told what the team means, they leave and do not come back.',
  level: 'suggestion',
  options: z.strictObject({
    posts: z
      .int()
      .positive()
      .default(10)
      .meta({ description: 'How many of the newest live posts are looked at' }),
    atLeast: z.int().positive().default(6).meta({ description: 'Live posts, below which nothing is said' }),
    percent: z
      .number()
      .min(0)
      .max(100)
      .default(50)
      .meta({ description: 'How many of these may speak to insiders' }),
    words: z.int().positive().default(2).meta({
      description: 'Different insider words that make a post one for insiders: warnings of `jargon-…`',
    }),
  }),
  complete(collected, { options, calendar, report }) {
    if (calendar.plan.goal !== 'acquire') return
    const newest = collected
      .flatMap(({ post, findings }) =>
        post.state === 'live' && post.publish ? [{ post, findings, at: post.publish.instant }] : [],
      )
      .sort((a, b) => (a.at < b.at ? 1 : -1))
      .slice(0, options.posts)
    if (newest.length < options.atLeast) return
    const insiders = newest.filter(({ post, findings }) => {
      if (post.goal === 'retain') return true
      const words = findings.filter(({ rule, level }) => rule.startsWith('jargon-') && level !== 'suggestion')
      return new Set(words.map(({ key }) => key)).size >= options.words
    })
    const most = Math.floor((options.percent / 100) * newest.length)
    if (insiders.length <= most) return
    const named = insiders.slice(0, 3).map(({ post }) => `\`${post.slug}\``)
    report({
      file: planFile,
      at: { field: ['goal'] },
      quote: 'goal',
      message: `${insiders.length} of the last ${newest.length} posts speak to people who already know you (${named.join(', ')}${insiders.length > 3 ? ', …' : ''}); let the next ones answer what a stranger types into search.`,
      because: `${insiders.length} posts have \`goal: retain\` or ${options.words} insider words and more; at most ${most}, which is ${options.percent} %`,
    })
  },
})
