import type { Calendar } from './calendar.ts'
import type { Activity } from './derive-activity.ts'
import type { Path } from './known.ts'
import { nearest } from './nearest.ts'
import type { Post } from './post.ts'
import type { Problem, Read } from './problem.ts'
import type { WrittenSnippet } from './snippet.ts'
import { isPost } from './sources.ts'

interface Place {
  /** A post's slug, `slug/channel/2` for a snippet, `activity/2026-12/3`: both counted from 1. */
  id: string
  file: string
  /** Where its time stands in the entry of its file, or would stand. */
  path: Path
}

export interface MovableSnippet extends Place {
  post: Post
  snippet: WrittenSnippet
  channel: string
}

export interface MovableActivity extends Place {
  activity: Activity
}

/** What has a place on the calendar: a post, one of its snippets, or an activity. */
export type Movable =
  | (Place & { post: Post; snippet?: never; activity?: never })
  | (MovableSnippet & { activity?: never })
  | (MovableActivity & { post?: never; snippet?: never })

/**
 * What is meant by a name: a post's slug or file, or a snippet or an activity as the queue names it, with or without
 * the number of the time that it goes out.
 */
export function findMovable(calendar: Pick<Calendar, 'posts' | 'activities'>, name: string): Read<Movable> {
  const wanted = name.replace(/^\.\//, '')
  const post = calendar.posts.find(
    ({ slug, file }) => slug === wanted || file === wanted || file === `content/posts/${wanted}`,
  )
  if (post) return { id: post.slug, file: post.file, post, path: [post.publish ? 'publish' : 'planned'] }
  if (wanted.startsWith('activity/')) return findActivity(calendar, wanted)
  const [slug = '', channel = '', number = '', occurrence] = wanted.split('/')
  const index = Number(number) - 1
  const parent = calendar.posts.find((each) => each.slug === slug)
  const snippet = parent?.snippets[channel]?.[index]
  if (!parent || !snippet)
    return {
      problem: `there is no ${parent && !isPost(wanted) ? 'snippet' : 'post'} \`${wanted}\``,
      mend: meant(wanted, parent, calendar),
    }
  return isAgain(occurrence)
    ? again(`${slug}/${channel}/${number}`)
    : {
        id: `${slug}/${channel}/${number}`,
        file: parent.file,
        post: parent,
        snippet,
        channel,
        path: ['snippets', channel, index, 'at'],
      }
}

function findActivity({ activities }: Pick<Calendar, 'activities'>, wanted: string): Read<Movable> {
  for (const activity of activities) {
    const { file, entry } = activity
    const id = `activity/${file.replace(/^content\/activities\/|\.yaml$/g, '')}/${entry}`
    if (wanted !== id && !(wanted.startsWith(`${id}/`) && /^\d+$/.test(wanted.slice(id.length + 1)))) continue
    if (isAgain(wanted.slice(id.length + 1) || undefined)) return again(id)
    return { id, file, activity, path: [entry - 1, 'at'] }
  }
  return {
    problem: `there is no activity \`${wanted}\``,
    mend: 'name its file and which entry of it is meant, as in `activity/2026-12/3`',
  }
}

/** What comes round again has one time that is written: its first. */
function isAgain(occurrence: string | undefined): boolean {
  return occurrence !== undefined && occurrence !== '1'
}

function again(id: string): Problem {
  return {
    problem: `this is one of the times at which \`${id}\` comes round again`,
    mend: 'move its first time, or change its `repeat`',
  }
}

function meant(wanted: string, parent: Post | undefined, { posts }: Pick<Calendar, 'posts'>): string {
  const names = parent
    ? Object.entries(parent.snippets).flatMap(([channel, own]) =>
        own.map((_, index) => `${parent.slug}/${channel}/${index + 1}`),
      )
    : posts.map(({ slug }) => slug)
  const near = nearest(wanted, names)
  if (near !== undefined) return `did you mean \`${near}\`?`
  return parent
    ? `name channel and number, as in \`${names[0] ?? `${parent.slug}/linkedin/1`}\`; what stands in the text as \`<Share>\` has no time of its own`
    : "write the name of the post's file, without `.mdx`"
}
