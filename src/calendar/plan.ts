import { z } from 'zod'
import { readEffort, readEffortRate, readRate, readSlot, readSpan } from './amount.ts'
import { exportsSchema } from './exports.ts'
import { oneOf, readAs, readLanguage, slugPattern, text } from './field.ts'
import { inboxSchema } from './inbox-settings.ts'
import type { Read } from './problem.ts'
import { readDay, readZone } from './time.ts'
import { goals, kinds, networks, type Purpose, purposes } from './vocabulary.ts'

/** First and last day, both counted. */
export interface DayRange {
  from: string
  to: string
}

function readDayRange(written: string): Read<DayRange> {
  const [first = '', last = first] = written.split('/')
  const from = readDay(first)
  const to = readDay(last)
  if (typeof from !== 'string') return from
  if (typeof to !== 'string') return to
  return from <= to
    ? { from, to }
    : { problem: `\`${written}\` ends before it begins`, mend: `write \`${to}/${from}\`` }
}

/** Reads the address of a site; a trailing slash is dropped. */
export function readSiteUrl(written: string): Read<string> {
  const url = URL.parse(written)
  if (url && /^https?:$/.test(url.protocol) && !url.search && !url.hash && !url.username)
    return url.href.replace(/\/+$/, '')
  return {
    problem: `\`${written}\` is no address of a site`,
    mend: 'write it in full, as in `https://notes.example` or `https://acme.example/blog`',
  }
}

function readLink(written: string): Read<string> {
  const url = URL.parse(written)
  if (url && /^(https?|mailto|tel):$/.test(url.protocol)) return written
  return { problem: `\`${written}\` is no address`, mend: 'begin with `https://` or `mailto:`' }
}

const named = (what: string) =>
  z
    .record(
      z.string().regex(slugPattern, { error: 'a name that cannot stand in an address' }),
      z.strictObject({
        title: text({ description: `Title of the ${what}'s page` }),
        intro: text({
          description: `What a stranger finds in this ${what}, one to three sentences`,
        }).optional(),
      }),
    )
    .default({})

const channelSchema = z.strictObject({
  network: oneOf(networks, { description: 'Where it is' }),
  account: text({ description: 'Name of the account there' }).optional(),
  limit: z
    .int()
    .positive()
    .optional()
    .meta({
      description: 'Characters that a post may have there, as on a Mastodon server with a limit of its own',
      otherwise: "the network's",
      examples: [5000],
    }),
  serves: oneOf(goals, { description: 'Whom the channel serves', otherwise: "the plan's goal" }).optional(),
  dimmers: z
    .partialRecord(
      z.enum(kinds),
      readAs(readRate, { description: 'How many a week, or `off`', examples: ['2/week', 'off'] }),
    )
    .default({})
    .meta({ description: 'How many snippets of each kind go out; off is a choice' }),
  times: z
    .array(readAs(readSlot, { description: 'Weekday and time', examples: ['tue 10:00'] }))
    .default([])
    .meta({ description: 'When snippets go out that name no time' }),
  replies: text({
    description: 'How soon someone answers there, shown to readers; or `off`',
    examples: ['within a day', 'off'],
  }).optional(),
  hours: readAs(readEffortRate, {
    description: 'Effort that the channel may take',
    examples: ['1h/week'],
  }).optional(),
  owner: text({ description: 'Who sees to it, from `authors.yaml`', otherwise: "the plan's" }).optional(),
})

const withoutRepo = ['git-gateway', 'test-repo']

const cmsSchema = z
  .strictObject({
    backend: oneOf(['github', 'gitlab', 'gitea', 'bitbucket', 'git-gateway', 'test-repo'], {
      description: 'Where the repository is; `test-repo` keeps in the browser what is saved, to look around',
    }),
    repo: text({
      description: 'The repository, owner and name',
      otherwise: 'required, save for `git-gateway` and `test-repo`',
      examples: ['corner-shop/notes'],
    }).optional(),
    branch: text({ description: 'The branch that is saved to' }).default('main'),
    signIn: readAs(readSiteUrl, {
      description: 'Address of the server that signs people in',
      otherwise: "Decap's usual one, of Netlify",
      examples: ['https://sign-in.notes.example'],
    }).optional(),
  })
  .refine(({ backend, repo }) => repo !== undefined || withoutRepo.includes(backend), {
    error: 'no repository',
    params: { mend: 'write owner and name, as in `repo: corner-shop/notes`' },
  })

/** `content/plan.yaml`: site, zone, rhythm, channels, mix, topics. */
export const planSchema = z.strictObject({
  site: z
    .strictObject({
      name: text({ description: 'Name of the site', examples: ['Corner Shop Notes'] }),
      about: text({
        description: 'Who runs it and what it answers, one line',
        examples: ['Two shopkeepers on running a small shop'],
      }),
      url: readAs(readSiteUrl, {
        description: 'Address of the site; a path in it is where the site lives below its host',
        examples: ['https://notes.example'],
      }),
      lang: readAs(readLanguage, {
        description: 'Language of the site, as a tag',
        examples: ['en'],
      }).prefault('en'),
      rebuildEvery: readAs(readSpan, {
        description: 'How long after a promise the page may still be on its way',
        examples: ['60m'],
      }).prefault('60m'),
      ask: readAs(readLink, {
        description: '"Didn\'t answer it? Ask": an address',
        examples: ['mailto:hello@notes.example'],
      }).optional(),
      subscribe: readAs(readLink, {
        description: 'Address that a plain sign-up form sends to',
        examples: ['https://lists.example/form'],
      }).optional(),
      cards: z
        .boolean()
        .default(true)
        .meta({ description: 'Whether every post brings a picture with its title, for social cards' }),
    })
    .meta({ description: 'The site' }),
  zone: readAs(readZone, {
    description: 'Time zone of all times, a name of the time zone database',
    examples: ['Europe/Tallinn'],
  }),
  goal: oneOf(goals, { description: 'The primary goal' }).default('acquire'),
  relationship: oneOf(['repeat', 'one-off'], {
    description: 'Do customers come back? Sets the default mix',
  }).default('repeat'),
  audiences: z
    .array(text({ description: 'An audience' }))
    .min(1)
    .default(['everyone'])
    .meta({ description: 'Whom posts are for; the first is the default' }),
  rhythm: z
    .array(readAs(readSlot, { description: 'Weekday and time', examples: ['tue 09:00'] }))
    .default([])
    .meta({ description: 'When posts go live' }),
  topics: named('topic').meta({ description: 'What the site is about, by id' }),
  series: named('series').meta({ description: 'Posts that belong together, by id' }),
  channels: z
    .record(z.string().regex(slugPattern), channelSchema)
    .meta({ description: 'Where snippets go and where people reach you, by name' }),
  mix: z
    .strictObject(
      Object.fromEntries(
        purposes.map((purpose) => [
          purpose,
          z
            .number()
            .nonnegative()
            .default(0)
            .meta({ description: `Share of ${purpose}` }),
        ]),
      ) as Record<Purpose, z.ZodDefault<z.ZodNumber>>,
    )
    .optional()
    .meta({ description: 'How much of each purpose, in percent', otherwise: 'from `relationship`' }),
  blackouts: z
    .array(
      readAs(readDayRange, {
        description: 'A day, or first and last day',
        examples: ['2026-12-24/2026-12-26'],
      }),
    )
    .default([])
    .meta({ description: 'Days on which nothing goes out' }),
  requires: z
    .array(oneOf(['takeaway', 'approval'], { description: 'A condition' }))
    .default([])
    .meta({ description: 'What a post needs besides, before it may go live' }),
  author: text({
    description: 'Who signs posts, from `authors.yaml`',
    otherwise: 'the first in `authors.yaml`',
  }).optional(),
  owner: text({ description: 'Who sees to posts, from `authors.yaml`', otherwise: 'the author' }).optional(),
  hours: readAs(readEffort, { description: 'Effort of a post', examples: ['3h'] }).prefault('3h'),
  reviewAfter: readAs(readSpan, {
    description: 'How long until a post is looked at again',
    examples: ['12 months'],
  }).prefault('12 months'),
  links: z
    .strictObject({
      source: z.string().default('{network}').meta({ description: 'utm_source' }),
      medium: z.string().default('social').meta({ description: 'utm_medium' }),
      campaign: z.string().default('{post}').meta({ description: 'utm_campaign' }),
    })
    .optional()
    .meta({
      description:
        'Parameters that links in snippets carry; `{network}`, `{channel}` and `{post}` are filled in',
      otherwise: 'none',
    }),
  exports: exportsSchema
    .prefault({})
    .meta({ description: 'What posting tools need to know, for the files that snippets are handed over in' }),
  inbox: inboxSchema.prefault({}).meta({ description: 'What becomes of that which is heard and brought in' }),
  cms: cmsSchema
    .optional()
    .meta({ description: 'Forms in the browser, at `/admin/`, for who would rather not edit files' }),
  lint: z
    .record(z.string(), z.unknown())
    .default({})
    .meta({ description: 'Rule options and levels, by path or goal' }),
})

/** The plan, with its defaults. */
export type Plan = z.output<typeof planSchema>
