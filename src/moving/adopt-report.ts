import type { Fault } from '../calendar/fault.ts'
import type { Dropped } from './foreign-post.ts'

/** What became of one post. */
export interface PostReport {
  source: string
  /** Its file here. */
  file: string
  title: string
  status: string
  guess: readonly string[]
  changed: readonly string[]
  notes: readonly string[]
  dropped: readonly Dropped[]
  /** Pictures that came along. */
  images: number
  /** Addresses of pictures that did not, to be fetched. */
  missing: readonly string[]
}

/** What became of a blog. */
export interface AdoptReport {
  program: string
  source: string
  posts: readonly PostReport[]
  /** Adopted before: nothing was done to them. */
  known: number
  /** Adopted before, and changed in the source since: file there, file here. */
  moved: readonly { source: string; file: string }[]
  /** Pages that are no posts. */
  pages: readonly string[]
  /** Files of the site that were made. */
  made: readonly string[]
  /** What the plan says that the old blog does not. */
  unsaid: readonly string[]
  dropped: readonly string[]
  faults: readonly Fault[]
  isRehearsal: boolean
}

/** The whole report, as Markdown: file by file what was kept, changed and dropped. */
export function renderAdopted(report: AdoptReport): string {
  const { program, source, posts, pages, made, unsaid, dropped, faults } = report
  const parts = [
    `# What became of ${source}`,
    `Posts of a blog made with ${program}. What an entry lists under \`guess\` nobody has confirmed: \`npm run coldread -- lint\` says so until you do.`,
    section('Look at these first', [
      ...unsaid.map((each) => `${each}.`),
      ...faults.map(
        ({ file, line, what, mend }) => `\`${file}:${line}\` was left out: ${what}. To mend it: ${mend}.`,
      ),
      ...dropped.map((each) => `${capital(each)}.`),
    ]),
    section(
      'Made',
      made.map((file) => `\`${file}\``),
    ),
    section(
      'Pages, which are no posts',
      pages.map((page) => `\`${page}\``),
    ),
    pages.length > 0 ? '`--pages` takes them as posts.' : '',
    section('Pictures to fetch', [
      ...new Set(posts.flatMap(({ missing, file }) => missing.map((url) => `${url} (in \`${file}\`)`))),
    ]),
    '## Post by post',
    ...posts.map(renderPost),
  ]
  return `${parts.filter((part) => part !== '').join('\n\n')}\n`
}

function renderPost({
  source,
  file,
  title,
  status,
  guess,
  changed,
  notes,
  dropped,
  images,
}: PostReport): string {
  const lines = [
    `### ${title.replace(/[\\`*_[\]<>#]/g, '\\$&')}`,
    `\`${source}\` is \`${file}\` now: ${status}.`,
    [
      ...notes.map((note) => `- **${capital(note)}.**`),
      ...(images > 0 ? [`- Kept: its words and ${images === 1 ? 'a picture' : `${images} pictures`}.`] : []),
      ...(guess.length > 0 ? [`- Guessed: ${guess.map((field) => `\`${field}\``).join(', ')}.`] : []),
      ...(changed.length > 0 ? [`- Changed: ${changed.join('; ')}.`] : []),
      ...dropped.map(({ what, why }) => `- Left out: ${fenced(what)}: ${why}.`),
    ].join('\n'),
  ]
  return lines.filter((line) => line !== '').join('\n\n')
}

/** A field as it is written stays what it is: marks in it mean nothing. */
function fenced(what: string): string {
  if (what.includes('`')) return what
  return /[*_[\]<>{}|#\\]|^[\w-]+: /.test(what) ? `\`${what}\`` : what
}

/** What a terminal shows. */
export function summarizeAdopted(report: AdoptReport, where: string, reportFile: string | undefined): string {
  const { program, posts, known, moved, pages, unsaid, faults, isRehearsal } = report
  const lines: string[] = []
  const of = (status: string) => posts.filter((post) => post.status === status).length
  const missing = posts.reduce((sum, post) => sum + post.missing.length, 0)
  if (posts.length > 0) {
    const states = (['ready', 'draft', 'idea'] as const).flatMap((status) =>
      of(status) > 0 ? [`${of(status)} ${status}`] : [],
    )
    const images = posts.reduce((sum, post) => sum + post.images, 0)
    lines.push(
      `${program}: ${count(posts.length, 'post')} ${isRehearsal ? 'would be' : posts.length === 1 ? 'was' : 'were'} brought to ${where} (${states.join(', ')})${images > 0 ? `, with ${count(images, 'picture')}` : ''}.`,
    )
  } else lines.push(`${program}: nothing new to bring over.`)
  if (known > 0) lines.push(`${count(known, 'post')} came over before, and stay as they are here.`)
  for (const { source, file } of moved)
    lines.push(`Changed in the source since: ${source}. Take over by hand into ${file} what you want.`)
  for (const each of unsaid) lines.push(`Look at the plan's ${each.replaceAll('`', '')}.`)
  if (pages.length > 0)
    lines.push(
      `${count(pages.length, 'page')} ${pages.length === 1 ? 'is' : 'are'} no post, and stayed behind; --pages takes them too.`,
    )
  if (missing > 0)
    lines.push(`${count(missing, 'picture')} could not be found; links or words stand in their place.`)
  const hidden = posts.filter(({ notes }) =>
    notes.some((note) => note.includes('stays a draft') || note.includes('names no day')),
  ).length
  if (hidden > 0)
    lines.push(`${count(hidden, 'post')} that readers saw will not be live yet; the report says why.`)
  if (faults.length > 0)
    lines.push(
      `${count(faults.length, 'file')} could not be read:`,
      ...faults.map(({ file, line, what, mend }) => `  ${file}:${line}  ${what} — ${mend}`),
    )
  if (reportFile !== undefined) lines.push(`Post by post: ${reportFile}`)
  return lines.join('\n')
}

function section(title: string, lines: readonly string[]): string {
  return lines.length === 0 ? '' : `## ${title}\n\n${lines.map((line) => `- ${line}`).join('\n')}`
}

function count(number: number, what: string): string {
  return `${number} ${what}${number === 1 ? '' : 's'}`
}

function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1)
}
