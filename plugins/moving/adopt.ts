import { hash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { basename, join, resolve } from 'node:path'
import { setImmediate } from 'node:timers/promises'
import type { Calendar } from '../../src/calendar/calendar.ts'
import type { Fault } from '../../src/calendar/fault.ts'
import { slugOfFile } from '../../src/calendar/slug-of-file.ts'
import { authorsFile, planFile } from '../../src/calendar/sources.ts'
import type { AdoptReport, PostReport } from '../../src/moving/adopt-report.ts'
import { adoptedPost, type NewHome } from '../../src/moving/adopted-post.ts'
import { type Adopted, recordFile, recordKey } from '../../src/moving/adopted-record.ts'
import { authorNamed, newAuthors, newPlan, writeAuthors, writePlan } from '../../src/moving/adopted-site.ts'
import type { ForeignPost } from '../../src/moving/foreign-post.ts'
import { leadFinder } from '../../src/moving/lead-to.ts'
import { isFault, type Source } from '../../src/moving/source.ts'
import { type Survey, Surveyor } from '../../src/moving/survey.ts'
import { topicsOf } from '../../src/moving/topics.ts'
import { ownWords } from '../../src/own-words.ts'
import { writeNewFiles, writeWhole } from '../../src/write-whole.ts'
import { adoptBody } from './adopt-body.ts'
import { AdoptedMemory, promiseFile } from './adopted-memory.ts'
import { existingSite } from './existing-site.ts'
import { ImageShelf } from './image-shelf.ts'
import { refuseOutside } from './refuse-outside.ts'

/** What a person asks for. */
export interface AdoptWish {
  /** Absolute path of the folder that holds `content/`, or will. */
  to: string
  now: string
  /** IANA name, for times that name no zone. */
  zone?: string
  /** Address of the new site. */
  url?: string
  /** Pages become posts too. */
  pages?: boolean
  /** Absolute path of a folder with files of the old site, by their paths there. */
  files?: string
  dryRun?: boolean
  onProgress?: (done: number, all: number) => void
}

/** What is surveyed of a post is not its text. */
const nothing: ForeignPost['body'] = { syntax: 'markdown', text: '', line: 1 }

/** So many posts are written at once. */
const atOnce = 50

/**
 * Brings a blog into a folder. Nothing that stands there is changed, and what came over before is left alone, whether it was edited or
 * deleted since. A post is written with its pictures before it is remembered, so that after a crash the rest can follow.
 * @param name of the source as a person called it
 * @throws ContentFaults where the folder holds content that cannot be read
 */
export async function adopt(source: Source, name: string, wish: AdoptWish): Promise<AdoptReport> {
  const { to, dryRun = false } = wish
  const write = (file: string, text: string) => {
    if (dryRun) return
    const path = join(to, file)
    refuseOutside(to, path)
    writeWhole(path, text, { isNew: true })
  }
  const here = existingSite(to, wish.now)
  if (!dryRun) for (const file of [recordFile, promiseFile]) refuseOutside(to, join(to, file))
  const memory = new AdoptedMemory(to, dryRun)
  const { record } = memory
  const blog = source.site.address ?? source.site.title ?? basename(resolve(name))
  const wants = (post: ForeignPost) => post.kind === 'post' || wish.pages === true

  const surveyor = new Surveyor(here.slugs)
  const isHere = new Set(here.slugs)
  const faults: Fault[] = []
  let all = 0
  for await (const given of namedOnce(source.posts())) {
    if (isFault(given)) faults.push(given)
    else if (wants(given)) {
      all++
      const slug = slugOfRecord(record.get(recordKey(blog, given.file))?.post)
      // Nothing can lead to what was deleted here since it came over.
      if (slug === undefined || isHere.has(slug)) surveyor.add(ownWords({ ...given, body: nothing }), slug)
    }
  }
  const survey = surveyor.result
  const made: string[] = []
  const planned = here.calendar ? undefined : newPlan(source.site, topicsOf(survey), wish, titleOf(name))
  const plan = here.calendar?.plan.site ?? planned
  const authors = peopleOf(
    here.calendar,
    existsSync(join(to, authorsFile)),
    survey,
    source,
    plan?.name ?? titleOf(name),
  )
  const topics = new Set(here.calendar ? Object.keys(here.calendar.plan.topics) : planned?.topics.keys())
  const home: NewHome = {
    survey,
    plan: {
      zone: here.calendar?.plan.zone ?? planned?.zone ?? 'UTC',
      lang: plan?.lang ?? 'en',
      url: plan?.url ?? '',
    },
    authors: authors.ids,
    taken: here.taken,
    ...(here.calendar && { topics, asksTakeaway: here.calendar.plan.requires.includes('takeaway') }),
    ...((wish.zone ?? source.site.zone) !== undefined && { zone: wish.zone ?? (source.site.zone as string) }),
  }
  for (const slug of survey.slugs.values()) home.taken.add(`/${slug}`)
  const leadTo = leadFinder(survey, source.site.address, home.plan.url, topics)

  if (planned && all > 0) {
    write(planFile, writePlan(planned))
    made.push(planFile)
  }
  if (authors.people.size > 0) {
    write(authorsFile, writeAuthors(authors.people))
    made.push(authorsFile)
  }
  const waiting = new Map<string, string>()
  const promised: Adopted[] = []
  const writePosts = async () => {
    if (promised.length === 0) return
    memory.promise(promised)
    await writeNewFiles(waiting)
    memory.keep()
    waiting.clear()
    promised.length = 0
  }
  const posts: PostReport[] = []
  const pages: string[] = []
  const moved: { source: string; file: string }[] = []
  let known = 0
  let done = 0
  for await (const post of namedOnce(source.posts())) {
    if (isFault(post)) continue
    if (!wants(post)) {
      pages.push(post.file)
      continue
    }
    wish.onProgress?.(++done, all)
    if (done % 50 === 0) await setImmediate()
    // Where an entry stands in an export changes with every entry before it.
    const said = { ...post, dropped: [], body: { ...post.body, line: 0 } }
    const digest = hash('sha256', JSON.stringify(said)).slice(0, 16)
    const before = record.get(recordKey(blog, post.file))
    if (before) {
      known++
      if (before.hash !== digest) moved.push({ source: post.file, file: before.post })
      continue
    }
    const slug = survey.slugs.get(post.file)
    if (slug === undefined) {
      faults.push({
        ...{ file: post.file, line: 1, column: 1, what: 'it changed while it was read' },
        mend: 'adopt again, once nobody writes there',
      })
      continue
    }
    const file = `content/posts/${slug}.mdx`
    const shelf = new ImageShelf(join(to, 'content/posts', slug))
    const body = adoptBody(post, slug, source, leadTo, shelf, wish.files)
    if ('problem' in body) {
      faults.push({
        file: post.file,
        line: post.body.line,
        column: 1,
        what: body.problem,
        mend: body.mend,
      })
      continue
    }
    const adopted = adoptedPost(post, { slug, ...body }, home)
    const note = survey.renamed.get(post.file)
    if (!dryRun) {
      refuseOutside(to, join(to, 'content/posts', slug, 'picture'))
      shelf.write()
      refuseOutside(to, join(to, file))
      waiting.set(join(to, file), adopted.text)
      promised.push({ blog, source: post.file, hash: digest, post: file })
      if (promised.length >= atOnce) await writePosts()
    }
    posts.push(
      ownWords({
        ...{ source: post.file, file, title: adopted.title, status: adopted.status, guess: adopted.guess },
        changed: body.changed,
        notes: note === undefined ? adopted.notes : [note, ...adopted.notes],
        dropped: [...adopted.dropped, ...body.dropped, ...post.dropped],
        images: shelf.size,
        missing: body.missing,
      }),
    )
  }
  await writePosts()
  memory.finish()
  const unsaid = planned && made.includes(planFile) ? planned.unsaid : []
  return {
    ...{ program: source.program, source: name, posts, known, moved, pages, made, unsaid },
    ...{ dropped: source.dropped, faults, isRehearsal: dryRun },
  }
}

/** People by their names there; those that `authors.yaml` does not have stay behind where there is one. */
function peopleOf(
  calendar: Calendar | undefined,
  isThere: boolean,
  survey: Survey,
  source: Source,
  blog: string,
) {
  const fresh = newAuthors(survey, source.authors, source.site.author, blog)
  if (!isThere) return fresh
  const own = Object.entries(calendar?.authors ?? {})
  const ids = [...survey.authors.keys()].flatMap((key): [string, string][] => {
    const { name } = authorNamed(key, source.authors)
    const id = own.find(([id, author]) => id === fresh.ids.get(key) || author.name === name)?.[0]
    return id === undefined ? [] : [[key, id]]
  })
  return { ids: new Map(ids), people: new Map<string, never>() }
}

function slugOfRecord(file: string | undefined): string | undefined {
  return file === undefined ? undefined : slugOfFile(file)
}

function titleOf(name: string): string {
  const words = basename(name)
    .replace(/\.[^.]*$/, '')
    .replace(/[-_]+/g, ' ')
    .trim()
  return words === '' ? 'Blog' : words.charAt(0).toUpperCase() + words.slice(1)
}

/** Posts by names of their own: an export that was put together of two may use a number twice. */
async function* namedOnce(posts: AsyncIterable<ForeignPost | Fault>): AsyncGenerator<ForeignPost | Fault> {
  const times = new Map<string, number>()
  for await (const post of posts) {
    const number = (times.get(post.file) ?? 0) + 1
    if (isFault(post)) yield post
    else {
      times.set(post.file, number)
      yield number === 1 ? post : { ...post, file: `${post.file}#${number}` }
    }
  }
}
