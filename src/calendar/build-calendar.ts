import type { z } from 'zod'
import { activitiesSchema } from './activity.ts'
import { postPath } from './addresses.ts'
import { authorsSchema } from './authors.ts'
import type { Calendar } from './calendar.ts'
import { check } from './check.ts'
import { crossCheck } from './cross-check.ts'
import { type Activity, deriveActivity } from './derive-activity.ts'
import { derivePost } from './derive-post.ts'
import { byPlace, type Fault } from './fault.ts'
import { splitFrontMatter } from './front-matter.ts'
import { postSchema } from './front-matter-schema.ts'
import { glossarySchema } from './glossary.ts'
import { planSchema } from './plan.ts'
import type { Post } from './post.ts'
import { isProblem } from './problem.ts'
import { checkSlug, slugOfFile } from './slug-of-file.ts'
import { authorsFile, glossaryFile, isActivities, isPost, planFile, type Sources } from './sources.ts'
import { readNow } from './time.ts'
import { readYaml, type YamlDocument } from './yaml-document.ts'

/**
 * A calendar, or every fault that keeps it from being one. Where every file could be read and only what they say of
 * each other is at fault, the calendar comes too, to be checked further but not to be built.
 */
export type Built = { calendar: Calendar } | { faults: Fault[]; calendar?: Calendar }

/**
 * Builds the calendar: a pure function of what stands in `content/` and of `now`.
 * @param now an RFC 3339 instant, or a wall clock that is read in the plan's zone
 * @param split reads the entries of posts
 */
export function buildCalendar(sources: Sources, now: string, split = splitFrontMatter): Built {
  const faults: Fault[] = [...sources.faults]
  const checked = <S extends z.ZodType>(
    schema: S,
    yaml: YamlDocument,
    empty?: unknown,
  ): z.output<S> | undefined => {
    const result = check(schema, yaml, empty)
    if ('value' in result) return result.value
    faults.push(...result.faults)
    return undefined
  }
  const readFile = <S extends z.ZodType>(schema: S, file: string, empty: unknown): z.output<S> | undefined =>
    checked(schema, readYaml(file, sources.texts.get(file) ?? ''), empty)

  const plan = sources.texts.has(planFile) ? readFile(planSchema, planFile, {}) : undefined
  if (!sources.texts.has(planFile) && !sources.faults.some(({ file }) => file === planFile))
    faults.push(noPlan)
  const glossary = readFile(glossarySchema, glossaryFile, []) ?? []
  const authors = readFile(authorsSchema, authorsFile, {}) ?? {}
  if (plan && Object.keys(authors).length === 0)
    authors.editors = { name: plan.site.name, kind: 'organization' }
  const moment = plan && readNow(now, plan.zone)
  if (isProblem(moment))
    faults.push({ file: '--now', line: 1, column: 1, what: moment.problem, mend: moment.mend })

  const surroundings = plan &&
    moment &&
    !isProblem(moment) && { plan, authors: Object.keys(authors), now: moment }
  const posts: Post[] = []
  const activities: Activity[] = []
  const documents = new Map<string, YamlDocument>([
    [planFile, readYaml(planFile, sources.texts.get(planFile) ?? '')],
  ])
  for (const [file, text] of [...sources.texts].sort(([a], [b]) => (a < b ? -1 : 1))) {
    if (isPost(file)) {
      const read = split(file, text)
      if ('fault' in read) {
        faults.push(read.fault)
        continue
      }
      const { yaml, bodyStart } = read
      documents.set(file, yaml)
      const slug = slugOfFile(file)
      faults.push(...checkSlug(file, slug))
      const written = checked(postSchema, yaml)
      if (!written || !surroundings) continue
      const derived = derivePost(written, text.slice(bodyStart), surroundings)
      if (isProblem(derived))
        faults.push({ ...yaml.placeOf(['publish']), what: derived.problem, mend: derived.mend })
      else
        posts.push({
          file,
          slug,
          path: postPath(slug, derived.goal),
          source: { text, bodyStart },
          ...derived,
        })
    } else if (isActivities(file)) {
      const yaml = readYaml(file, text)
      documents.set(file, yaml)
      for (const [index, written] of (checked(activitiesSchema, yaml, []) ?? []).entries()) {
        if (!surroundings) continue
        const { plan } = surroundings
        const derived = deriveActivity(
          written,
          plan,
          plan.owner ?? plan.author ?? surroundings.authors[0] ?? '',
        )
        if (isProblem(derived))
          faults.push({ ...yaml.placeOf([index, 'at']), what: derived.problem, mend: derived.mend })
        else activities.push({ ...derived, file, entry: index + 1 })
      }
    }
  }
  if (!surroundings) return { faults: faults.sort(byPlace) }

  posts.sort((a, b) => (a.slug < b.slug ? -1 : a.slug > b.slug ? 1 : 0))
  activities.sort((a, b) => (a.at.instant < b.at.instant ? -1 : a.at.instant > b.at.instant ? 1 : 0))
  const calendar: Calendar = {
    now: surroundings.now,
    plan: surroundings.plan,
    posts,
    activities,
    glossary,
    authors,
    ownPages: sources.pages ?? [],
  }
  const unread = new Set(faults.map(({ file }) => file))
  faults.push(...crossCheck(calendar, documents, sources.assets, unread))
  if (faults.length === 0) return { calendar }
  return { faults: faults.sort(byPlace), ...(unread.size === 0 && { calendar }) }
}

const noPlan: Fault = {
  file: planFile,
  line: 1,
  column: 1,
  what: 'there is no plan',
  mend: 'write one, or let `npm run coldread -- begin` ask for it',
  paste: `site:
  name: Corner Shop Notes
  about: Two shopkeepers on running a small shop
  url: https://notes.example
zone: Europe/Tallinn
channels: {}`,
}
