import { existsSync, mkdirSync, renameSync } from 'node:fs'
import { join, relative } from 'node:path'
import * as ask from '@clack/prompts'
import { ContentFaults } from '../plugins/astro/content-faults.ts'
import { readSlot } from '../src/calendar/amount.ts'
import { buildCalendar } from '../src/calendar/calendar.ts'
import { slugOf } from '../src/calendar/field.ts'
import { isProblem } from '../src/calendar/problem.ts'
import { renderReference } from '../src/calendar/reference.ts'
import { isZone } from '../src/calendar/time.ts'
import { type Beginning, writeBeginning } from '../src/calendar/write-plan.ts'
import { writePost } from '../src/calendar/write-post.ts'
import { writeWhole } from '../src/disk.ts'
import { answered } from './answered.ts'
import { UsageError } from './usage-error.ts'

const questions: Record<keyof Beginning, { message: string; initialValue?: string; placeholder?: string }> = {
  name: { message: 'What is the site called?', placeholder: 'Corner Shop Notes' },
  about: {
    message: 'Who runs it, and what does it answer?',
    placeholder: 'Two shopkeepers on running a small shop',
  },
  url: { message: 'What will its address be?', placeholder: 'https://notes.example' },
  zone: {
    message: 'Which time zone do you live by?',
    initialValue: Intl.DateTimeFormat().resolvedOptions().timeZone,
  },
  slot: { message: 'When do posts go live?', initialValue: 'tue 09:00' },
  question: {
    message: 'What would a stranger ask you first?',
    placeholder: 'How often should a small shop post?',
  },
}

/**
 * Writes a plan and a first post in place of the content that is there, which is kept in `.coldread/`.
 * @returns what happened and what to do next
 */
export async function beginSite(root: string, given: Partial<Beginning>, isSure: boolean): Promise<string> {
  const isTerminal = process.stdin.isTTY
  const missing = (Object.keys(questions) as (keyof Beginning)[]).filter((name) => !given[name])
  if (!isTerminal && missing.length > 0)
    throw new UsageError(
      `Without a terminal to ask on, these are needed: ${missing.map((name) => `--${name}`).join(' ')}`,
    )
  const content = join(root, 'content')
  if (existsSync(content) && !isSure) {
    if (!isTerminal) throw new UsageError('content/ would be put aside. Say --yes to agree.')
    const agreed = await answered(
      ask.confirm({ message: 'Put everything in content/ aside and begin your own?', initialValue: false }),
    )
    if (!agreed) return 'Nothing was changed.'
  }
  const answers = { ...given } as Beginning
  for (const name of missing)
    answers[name] = await answered(
      ask.text({ ...questions[name], validate: (written) => problemOf(name, written) }),
    )

  const files = writeBeginning(answers)
  files.set(
    `content/posts/${slugOf(answers.question)}.mdx`,
    writePost({ title: answers.question, purpose: 'awareness', topic: 'start' }),
  )
  files.set('content/README.md', renderReference())
  const built = buildCalendar(
    { texts: files, assets: new Set(), faults: [] },
    Temporal.Now.instant().toString(),
  )
  if ('faults' in built) throw new ContentFaults(built.faults)
  const aside = putAside(root, content)
  for (const [file, text] of files) writeWhole(join(root, file), text, { isNew: true })
  const post = built.calendar.posts[0]?.file
  return `${aside ? `What stood in content/ is in ${relative(process.cwd(), aside)}/.\n` : ''}Your plan is content/plan.yaml, your first post ${post}.\nSee it while you write: npm run dev`
}

function problemOf(name: keyof Beginning, written: string | undefined): string | undefined {
  if (!written?.trim()) return 'A few words are enough.'
  if (name === 'zone' && !isZone(written)) return 'Write an IANA name, as in Europe/Tallinn.'
  if (name === 'url' && !/^https?:\/\//.test(written)) return 'Begin with https://'
  const slot = name === 'slot' ? readSlot(written) : undefined
  return isProblem(slot) ? slot.mend.replaceAll('`', '') : undefined
}

function putAside(root: string, content: string): string | undefined {
  if (!existsSync(content)) return undefined
  const time = Temporal.Now.plainDateTimeISO().toString({ smallestUnit: 'second' }).replaceAll(':', '')
  const aside = join(root, '.coldread', `content-before-${time}`)
  mkdirSync(join(root, '.coldread'), { recursive: true })
  renameSync(content, aside)
  return aside
}
