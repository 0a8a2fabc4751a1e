import { stringify } from 'yaml'
import { slugOf } from '../calendar/field.ts'
import { readSiteUrl } from '../calendar/plan.ts'
import { isProblem } from '../calendar/problem.ts'
import { isZone } from '../calendar/time.ts'
import type { ForeignAuthor, SiteFacts } from './source.ts'
import type { Survey } from './survey.ts'

/** The facts of a new plan, each with whether somebody said it. */
export interface NewPlan {
  name: string
  about: string
  url: string
  lang: string
  zone: string
  topics: ReadonlyMap<string, string>
  /** What nobody said, in words: to be looked at. */
  unsaid: string[]
}

/** What a plan can be made of. @param wish what the person said @param fallback a name for a blog that has none */
export function newPlan(
  site: SiteFacts,
  topics: ReadonlyMap<string, string>,
  wish: { zone?: string; url?: string },
  fallback: string,
): NewPlan {
  const unsaid: string[] = []
  const or = (value: string | undefined, otherwise: string, what: string): string => {
    if (value !== undefined) return value
    unsaid.push(what)
    return otherwise
  }
  const address = wish.url ?? site.address
  const url = address === undefined ? undefined : readSiteUrl(address)
  const zone = wish.zone ?? site.zone
  const guessed = site.zoneGuess !== undefined && isZone(site.zoneGuess) ? site.zoneGuess : undefined
  return {
    name: or(
      site.title,
      fallback,
      '`site.name`: the old blog has no title, so this is the name of its folder or file',
    ),
    about: or(site.about, 'Who we are, and what we answer', '`site.about`: the old blog does not say it'),
    url: or(
      isProblem(url) ? undefined : url,
      'https://blog.example',
      '`site.url`: the old blog does not say its address',
    ),
    lang: or(site.lang, 'en', '`site.lang`: the old blog does not say its language, so English is assumed'),
    zone: or(
      zone !== undefined && isZone(zone) ? zone : undefined,
      guessed ?? 'UTC',
      guessed === undefined
        ? '`zone`: the old blog does not say its time zone, so UTC is assumed (`--zone` names another)'
        : `\`zone\`: the old blog does not say its time zone; ${guessed} agrees with all its times, as others may (\`--zone\` names another)`,
    ),
    topics,
    unsaid,
  }
}

/** `content/plan.yaml`. */
export function writePlan({ name, about, url, lang, zone, topics, unsaid }: NewPlan): string {
  const yaml = (value: unknown) => stringify(value, { lineWidth: 0 })
  const note =
    unsaid.length > 0
      ? `# Look at these, which the old blog does not say:\n${unsaid.map((each) => `#   ${each.replaceAll('`', '')}\n`).join('')}`
      : ''
  return `# Made of the blog that was moved in. All fields: the reference of Coldread.
${note}${yaml({ site: { name, about, url, lang } })}
# All times are wall clock in this zone.
${yaml({ zone })}
# What the site is about: the categories of the old blog. Give each an intro.
${yaml({ topics: Object.fromEntries([...topics].map(([id, title]) => [id, { title }])) })}
# Where people reach you, and where snippets go.
channels: {}
`
}

/**
 * People of a new `authors.yaml`: those who sign posts, most often first. Where posts name nobody, the blog's own author comes
 * before them, or the blog itself: the first one signs such posts.
 * @param main as `known` calls the blog's author
 * @param blog its name
 */
export function newAuthors(
  survey: Survey,
  known: Readonly<Record<string, ForeignAuthor>>,
  main: string | undefined,
  blog: string,
): { ids: Map<string, string>; people: Map<string, Person> } {
  const ids = new Map<string, string>()
  const people = new Map<string, Person>()
  const often = [...survey.authors].sort(([a, first], [b, second]) => second - first || (a < b ? -1 : 1))
  const keys = new Set(often.map(([key]) => key))
  const first = survey.unsigned > 0 ? main : undefined
  if (survey.unsigned > 0 && main === undefined && keys.size > 0)
    people.set('editors', { name: blog, kind: 'organization' })
  for (const key of new Set([...(first === undefined ? [] : [first]), ...keys])) {
    const author = authorNamed(key, known)
    const id = slugOf(key) || slugOf(author.name)
    if (id === '') continue
    const same = [...people].find(([, other]) => other.name === author.name)?.[0]
    let free = same ?? id
    for (let number = 2; same === undefined && people.has(free); number++) free = `${id}-${number}`
    ids.set(key, free)
    people.set(free, author)
  }
  return { ids, people }
}

/** Someone who signs posts here. */
interface Person extends ForeignAuthor {
  kind?: 'organization'
}

/** The author that posts mean by a name. */
export function authorNamed(key: string, known: Readonly<Record<string, ForeignAuthor>>): ForeignAuthor {
  if (Object.hasOwn(known, key)) return known[key] as ForeignAuthor
  return Object.values(known).find(({ name }) => name === key) ?? { name: key }
}

/** `content/authors.yaml`. */
export function writeAuthors(people: ReadonlyMap<string, Person>): string {
  const entries = [...people].map(([id, { name, kind, bio, url }]) => [
    id,
    {
      name,
      ...(kind && { kind }),
      ...(bio && { bio }),
      ...(url && URL.canParse(url) && /^https?:/.test(url) && { url }),
    },
  ])
  return `# Who signs posts. The first one is the default.\n${stringify(Object.fromEntries(entries), { lineWidth: 0 })}`
}
