import { expect } from 'vitest'
import { exportQueue } from '../../../plugins/queue/export-queue.ts'
import { readLedger } from '../../../plugins/queue/read-ledger.ts'
import { reprint } from '../../../plugins/queue/reprint.ts'
import { confirmExport, refuseRow, rowRemoved, undoExport } from '../../../plugins/queue/say.ts'
import type { Calendar } from '../../../src/calendar/calendar.ts'
import { type Plan, planSchema } from '../../../src/calendar/plan.ts'
import type { Post } from '../../../src/calendar/post.ts'
import type { WrittenSnippet } from '../../../src/calendar/snippet.ts'
import { addDays, type Moment, momentOf, toMoment } from '../../../src/calendar/time.ts'
import { checkItem } from '../../../src/snippets/check-item.ts'
import type { Format } from '../../../src/snippets/format.ts'
import { type ExportPlan, planExport } from '../../../src/snippets/ledger/plan-export.ts'
import { planQueue } from '../../../src/snippets/plan-queue.ts'
import { type Failure, failingShelf } from '../../support/failing-shelf.ts'

const zone = 'Europe/Tallinn'
const channels = ['a', 'b'] as const
const plans = new Map<string, Plan>()

/** A plan whose channels are called so, and with more days on which nothing goes out. */
function planOf({ names, blackouts }: Branch): Plan {
  return plans.getOrInsertComputed(JSON.stringify([names, blackouts]), () =>
    planSchema.parse({
      site: { name: 'Notes', about: 'Notes', url: 'https://notes.example' },
      zone,
      channels: {
        [names.a]: { network: 'x', times: ['mon 10:00', 'wed 10:00', 'fri 10:00'] },
        [names.b]: { network: 'bluesky', times: ['tue 12:00'] },
      },
      blackouts: ['2027-01-20/2027-01-21', ...blackouts],
    }),
  )
}

/** Words that no network takes. */
const filler = ` ${'and on it goes '.repeat(30)}`.trimEnd()
const firstDay = '2027-01-04'

/** One object a line; it takes what is ten minutes ahead. */
const format: Format = {
  name: 'Test',
  source: { where: 'a test', read: '2026-11', sure: 'ours' },
  isPerChannel: true,
  mostRows: 2,
  lead: 10,
  hasZone: true,
  render: (items, name) => ({
    name: `${name}.jsonl`,
    content: items
      .map(({ id, at, parts }) => `${JSON.stringify({ id, at: at.instant, text: parts[0] })}\n`)
      .join(''),
  }),
  steps: () => [],
}

/** A snippet through all its forms. */
interface Snippet {
  uid: number
  text: string
  at: WrittenSnippet['at']
  kind: 'tip' | 'link'
  /** Its post says nothing of where it was before: other words are something new there. */
  isElsewhere?: boolean
  /** It had other words once. */
  isRewritten?: boolean
}

interface PostState {
  slug: string
  former: string[]
  day: string
  isDraft: boolean
  snippets: Record<'a' | 'b', Snippet[]>
}

/** What is under version control. */
interface Branch {
  posts: PostState[]
  ledger: Map<string, string>
  /** What the plan calls the channels. */
  names: Record<'a' | 'b', string>
  blackouts: string[]
}

/** A post in the tool: waiting, out, or deleted before it went out. */
interface Entry {
  export: string
  id: string
  at: string
  text: string
  state: 'waiting' | 'out' | 'deleted'
}

/** One thing that happens: what, to which (of those that there are), and how. */
export interface Happening {
  what: (typeof happenings)[number]
  which: number
  how: number
  failure?: Failure | undefined
}

export const happenings = [
  'add post',
  'insert snippet',
  'delete snippet',
  'mend snippet',
  'rewrite snippet',
  'move snippet',
  'move post',
  'withdraw post',
  'rename post',
  'rename post quietly',
  'move snippet to another post',
  'rename channel',
  'make snippet too long',
  'black out a day',
  'lose a file of the ledger',
  'export',
  'export',
  'hand over',
  'hand over',
  'hand over',
  'upload',
  'reprint and upload',
  'confirm',
  'confirm',
  'undo',
  'clean up',
  'clean up',
  'time passes',
  'branch off',
  'change branch',
  'merge',
] as const

/** A writer, their content, their ledger, and a posting tool that posts what it was given at its time. */
export class World {
  now = Temporal.ZonedDateTime.from(`${firstDay}T08:00[${zone}]`)
  branch: Branch = { posts: [], ledger: new Map(), names: { a: 'a', b: 'b' }, blackouts: [] }
  other: Branch | undefined
  /** What exports wrote: names of exports whose files lie in the folder. */
  readonly folder = new Map<string, string>()
  readonly tool: Entry[] = []
  readonly uploaded = new Set<string>()
  /** Rows that the tool did not take. */
  readonly rejected = new Map<string, Set<string>>()
  /** Branch that an export was made on: only who made it says something of it before a merge. */
  readonly uidOf = new Map<string, number>()
  /** Texts that are something new to their writer, though they stand where others stood. */
  readonly anew = new Set<string>()
  /** Files of the ledger whose loss nobody would notice, though something is said of what they hold. */
  readonly unnoticed: string[] = []
  private owed: { export: string; id: string }[] = []
  private words = 0
  private uids = 0

  get moment(): Moment {
    return momentOf(this.now)
  }

  get ledger() {
    return readLedger(failingShelf(this.branch.ledger, new Map()))
  }

  items() {
    const { moment: now } = this
    const { names } = this.branch
    const plan = planOf(this.branch)
    const posts = this.branch.posts.map(({ slug, former, day, isDraft, snippets }) => {
      const publish = toMoment(day, '09:00', zone) as Moment
      const state = isDraft ? 'draft' : publish.instant <= now.instant ? 'live' : 'scheduled'
      const written = Object.fromEntries(
        channels.map((channel) => [
          names[channel],
          snippets[channel].map(({ text, at, kind }) => ({ text, at, kind })),
        ]),
      )
      return {
        slug,
        state,
        publish,
        formerSlugs: former,
        snippets: written,
        file: `content/posts/${slug}.mdx`,
        path: `/${slug}/`,
      }
    }) as unknown as Post[]
    const calendar: Calendar = { now, plan, posts, activities: [], glossary: [], authors: {}, ownPages: [] }
    const items = planQueue(calendar, {
      until: '2027-12-31',
      sharesOf: () => [],
      hashOf: () => '',
      ledger: this.ledger,
    })
    return items.map((item) => {
      const errors = checkItem(item, plan).filter(({ level }) => level === 'error')
      return { ...item, problems: [...item.problems, ...errors] }
    })
  }

  get wish() {
    return { format, context: planOf(this.branch), now: this.moment, until: '2027-12-31' }
  }

  plan(): ExportPlan {
    return planExport(this.items(), this.ledger, this.wish)
  }

  happen({ what, which, how, failure }: Happening): void {
    const { posts } = this.branch
    const post = posts[which % posts.length]
    const channel = channels[how % 2] as 'a' | 'b'
    const list = post?.snippets[channel] ?? []
    const index = how % (list.length + 1)
    const snippet = list[index]
    const edit = (change: Partial<Snippet>) => {
      if (snippet) list[index] = { ...snippet, ...change }
    }
    switch (what) {
      case 'add post':
        posts.push({
          slug: this.newSlug(),
          former: [],
          day: addDays(momentOf(this.now).local.slice(0, 10), how % 9),
          isDraft: false,
          snippets: { a: [this.snippet(how), this.snippet(how + 1)], b: [this.snippet(how + 2)] },
        })
        break
      case 'insert snippet':
        if (post) list.splice(index, 0, this.snippet(which + how))
        break
      case 'delete snippet':
        list.splice(index, 1)
        break
      case 'mend snippet':
        // The words stay nearly the same.
        if (snippet) {
          const text = this.known(`${bareOf(snippet).replace(/ v\d+$/, '')} v${++this.words}`, snippet)
          if (this.anew.has(bareOf(snippet))) this.anew.add(text)
          edit({ text })
        }
        break
      case 'rewrite snippet':
        if (snippet) {
          const text = this.known(this.newWords(), snippet)
          // With a time of their own, or where nobody knows them, other words are something of their own.
          if (snippet.at !== 'next' || snippet.isElsewhere) this.anew.add(text)
          edit({ text, isRewritten: true })
        }
        break
      case 'move snippet':
        edit({ at: this.time(which + how) })
        if (snippet && list[index]?.at !== 'next') this.anew.add(snippet.text)
        break
      case 'move post':
        if (post) post.day = addDays(post.day, (how % 7) - 2)
        break
      case 'withdraw post':
        if (post) post.isDraft = !post.isDraft
        break
      case 'rename post':
        if (post) {
          post.former.push(post.slug)
          post.slug = this.newSlug()
        }
        break
      case 'rename post quietly':
        if (post) {
          post.slug = this.newSlug()
          post.former = []
          for (const each of channels)
            post.snippets[each] = post.snippets[each].map((one) => this.elsewhere(one))
        }
        break
      case 'move snippet to another post': {
        const to = posts[(which + how) % posts.length]
        if (!snippet || !to || to === post) break
        list.splice(index, 1)
        to.snippets[channel].push(this.elsewhere(snippet))
        break
      }
      case 'rename channel':
        this.branch.names[channel] = `${channel}${++this.words}`
        break
      case 'make snippet too long':
        // Or short again.
        if (snippet) {
          const text = bareOf(snippet)
          edit({ text: text === snippet.text ? this.known(text + filler, snippet) : text })
        }
        break
      case 'black out a day':
        this.branch.blackouts.push(addDays(this.moment.local.slice(0, 10), how % 9))
        break
      case 'lose a file of the ledger':
        this.lose(which)
        break
      case 'export':
        this.export(failure)
        break
      case 'hand over':
        this.export(failure)
        this.upload(0, how, (name) => this.folder.get(name))
        break
      case 'upload':
        this.upload(which, how, (name) => this.folder.get(name))
        break
      case 'reprint and upload':
        this.reprintAndUpload(which, how)
        break
      case 'confirm':
        this.say(failure, (saying) => {
          const open = this.mine().filter(({ name, state }) => state === 'open' && this.uploaded.has(name))
          const chosen = open[which % open.length]
          if (!chosen) return
          // What the tool did not take is said first.
          for (const id of this.rejected.get(chosen.name) ?? [])
            if (saying.ledger.active.get(id)?.some((row) => row.export === chosen.name))
              refuseRow(saying, id, { export: chosen.name })
          confirmExport(saying, chosen.name)
        })
        break
      case 'undo':
        this.say(failure, (saying) => {
          const idle = this.mine().filter(({ name, state }) => state === 'open' && !this.uploaded.has(name))
          const chosen = idle[which % idle.length]
          if (chosen) undoExport(saying, chosen.name)
        })
        break
      case 'clean up':
        this.cleanUp(failure)
        break
      case 'time passes':
        if (!this.other) this.pass(1 + (how % 40))
        break
      case 'branch off':
        this.other ??= structuredClone(this.branch)
        break
      case 'change branch':
        if (this.other) [this.branch, this.other] = [this.other, this.branch]
        break
      case 'merge':
        this.merge()
        break
    }
  }

  /** Puts the ledgers of the branches together, whichever content is kept, and sees to what that says. */
  merge(): void {
    if (!this.other) return
    for (const [path, text] of this.other.ledger) this.branch.ledger.set(path, text)
    this.other = undefined
    this.cleanUp()
  }

  /** Time goes on; the tool posts what is due. */
  pass(hours: number): void {
    this.now = this.now.add({ hours })
    const { instant } = this.moment
    for (const entry of this.tool) if (entry.state === 'waiting' && entry.at <= instant) entry.state = 'out'
  }

  /** A file is gone for a while; its export is handed over nowhere meanwhile. */
  private lose(which: number): void {
    const { ledger } = this.branch
    const told = this.ledger.handovers
      .filter(({ state, rows }) => state !== 'open' || rows.some((row) => row.state !== 'open'))
      .map(({ name }) => `content/handovers/${name}.jsonl`)
    const path = told[which % told.length]
    if (path === undefined) return
    const text = ledger.get(path) as string
    ledger.delete(path)
    try {
      this.ledger
      this.unnoticed.push(path)
    } catch {}
    ledger.set(path, text)
  }

  private newSlug(): string {
    return `p${this.other ? 'x' : ''}${++this.words}`
  }

  private snippet(seed: number): Snippet {
    const uid = ++this.uids
    const text = this.newWords()
    this.uidOf.set(text, uid)
    return { uid, text, at: this.time(seed), kind: seed % 3 === 0 ? 'link' : 'tip' }
  }

  private newWords(): string {
    const n = ++this.words
    return Array.from({ length: 12 }, (_, index) => `w${n}n${index}`).join(' ')
  }

  /** A snippet where nobody knows it: other words than it had before are something of their own there. */
  private elsewhere(snippet: Snippet): Snippet {
    if (snippet.isRewritten) this.anew.add(snippet.text)
    return { ...snippet, isElsewhere: true }
  }

  private known(text: string, { uid }: Snippet): string {
    this.uidOf.set(text, uid)
    return text
  }

  private time(seed: number): WrittenSnippet['at'] {
    if (seed % 4 < 2) return 'next'
    const time = ['09:00', '10:00', '12:00', '18:30'][seed % 4] as string
    return seed % 4 === 2
      ? { days: seed % 11, time }
      : { day: addDays(momentOf(this.now).local.slice(0, 10), seed % 13), time }
  }

  /** Exports made on this branch, or before it was left: of the others nobody here says anything. */
  private mine() {
    const { other } = this
    return this.ledger.handovers.filter(({ name }) => !other?.ledger.has(`content/handovers/${name}.jsonl`))
  }

  private export(failure?: Failure): void {
    const shelf = failingShelf(this.branch.ledger, this.folder, failure)
    try {
      const wish = { ...this.wish, id: 'test', out: '/out', salt: String(++this.words) }
      exportQueue(this.items(), this.ledger, wish, shelf)
    } catch (error) {
      if (!failure) throw error
    }
  }

  /** Somebody uploads all files of an export that they find whole, once, and the tool refuses some rows. */
  private upload(which: number, how: number, read: (path: string) => string | undefined): void {
    const waiting = this.mine().filter(
      ({ name, state, files }) =>
        state === 'open' &&
        !this.uploaded.has(name) &&
        files.every((file) => read(`/out/${file.name}`) === file.content),
    )
    const chosen = waiting[which % waiting.length]
    if (!chosen) return
    const { name, files } = chosen
    this.uploaded.add(name)
    const rejected = new Set<string>()
    this.rejected.set(name, rejected)
    const lines = files.flatMap(({ content }) => content.trimEnd().split('\n'))
    for (const [index, line] of lines.entries()) {
      const row = JSON.parse(line) as { id: string; at: string; text: string }
      if (row.at <= this.moment.instant || (index + how) % 7 === 6) rejected.add(row.id)
      else this.tool.push({ export: name, ...row, state: 'waiting' })
    }
  }

  private reprintAndUpload(which: number, how: number): void {
    const printed = new Map<string, string>()
    const { instant } = this.moment
    const { ledger } = this
    for (const handover of this.mine())
      if (handover.state === 'open' && !this.uploaded.has(handover.name)) {
        const isLate = handover.rows.some(({ at }) => at.instant <= instant)
        const isDouble = handover.rows.some(({ id, hash, key }) =>
          ledger.active.get(id)?.some((row) => row.hash === hash && row.key !== key),
        )
        const print = () => reprint(handover, ledger, '/out', failingShelf(new Map(), printed), instant)
        if (isLate || isDouble) expect(print).toThrow('Nothing was written.')
        else print()
      }
    this.upload(which, how, (path) => printed.get(path))
  }

  private say(failure: Failure | undefined, say: (saying: Parameters<typeof refuseRow>[0]) => void): void {
    const shelf = failingShelf(this.branch.ledger, this.folder, failure)
    try {
      say({ ledger: this.ledger, shelf, now: this.moment.instant })
    } catch (error) {
      if (!failure) throw error
    }
  }

  /** Does what an export says first: asks about open exports, deletes in the tool, and says so. */
  private cleanUp(failure?: Failure): void {
    this.sayOwed(failure)
    const { uncertain, twice } = this.plan()
    const mine = new Set(this.mine().map(({ name }) => name))
    for (const name of new Set([...uncertain, ...twice].map((row) => row.export)))
      if (mine.has(name))
        this.say(failure, (saying) => {
          if (!this.uploaded.has(name)) {
            undoExport(saying, name)
            return
          }
          for (const id of this.rejected.get(name) ?? []) {
            const row = this.ledger.active.get(id)?.find((each) => each.export === name)
            if (row) refuseRow({ ...saying, ledger: this.ledger }, id, { export: name })
          }
          confirmExport({ ...saying, ledger: this.ledger }, name)
        })
    for (const row of this.plan().removeFirst) {
      if (!mine.has(row.export)) continue
      const entry = this.tool.find(
        (each) => each.export === row.export && each.id === row.id && each.state === 'waiting',
      )
      if (entry) entry.state = 'deleted'
      this.owed.push({ export: row.export, id: row.id })
    }
    this.sayOwed(failure)
  }

  /** What was deleted in the tool has to be said, sooner or later. */
  sayOwed(failure?: Failure): void {
    this.owed = this.owed.filter(({ id, ...options }) => {
      if (!this.branch.ledger.has(`content/handovers/${options.export}.jsonl`)) return true
      let isSaid = false
      this.say(failure, (saying) => {
        rowRemoved(saying, id, options)
        isSaid = true
      })
      return !isSaid
    })
  }
}

/** The words of a snippet that was not made too long. */
function bareOf({ text }: Pick<Snippet, 'text'>): string {
  return text.replace(filler, '')
}
