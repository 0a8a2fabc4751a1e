import { effortText, type Offset } from './amount.ts'
import { approvalText } from './approval.ts'
import type { Post } from './post.ts'
import type { At, WrittenSnippet } from './snippet.ts'

/** A post's entry as text: each field, and behind it where it came from when nobody wrote it. */
export function renderPost(post: Post): string {
  const { publish, updated, approved, cover } = post
  const rows: [string, string | undefined][] = [
    ['file', post.file],
    ['address', post.path],
    ['state', post.state],
    ['status', post.status],
    ['title', post.title],
    ['query', post.query],
    ['intent', post.intent],
    ['answer', post.answer],
    ['description', post.description],
    ['takeaway', post.takeaway],
    ['goal', post.goal],
    ['purpose', post.purpose],
    ['audience', post.audience],
    ['planned', post.planned],
    ['publish', publish && `${publish.local.replace('T', ' ')} ${publish.zone} (${publish.instant})`],
    ['updated', updated && `${updated.on}: ${updated.note}`],
    ['reviewBy', post.reviewBy],
    ['approved', approved && approvalText(approved)],
    ['owner', post.owner],
    ['author', post.author],
    ['lang', post.lang],
    ['topics', post.topics.join(', ')],
    ['series', post.series],
    ['aka', post.aka.join(', ')],
    ['cover', cover && `${cover.src} (${cover.alt})`],
    ['related', post.related.join(', ')],
    ['formerSlugs', post.formerSlugs.join(', ')],
    ['formerPaths', post.formerPaths.join(', ')],
    ['redirectTo', post.redirectTo],
    ['hours', effortText(post.hours)],
    ['guess', post.guess.join(', ')],
    ...Object.entries(post.lintOff).map(([rule, reason]): [string, string] => [`lint.off ${rule}`, reason]),
    ...Object.entries(post.snippets).flatMap(([channel, snippets]) =>
      snippets.map((snippet): [string, string] => [`snippet ${channel}`, snippetText(snippet)]),
    ),
  ]
  const width = Math.max(...rows.map(([name, value]) => (value ? name.length : 0)))
  return rows
    .filter((row): row is [string, string] => Boolean(row[1]))
    .map(([name, value]) => {
      const from = [post.origin[name], name === 'publish' && timeOfDay(post)].filter(Boolean).join('; ')
      return `${name.padEnd(width)}  ${value}${from ? `  ← ${from}` : ''}`
    })
    .join('\n')
}

function timeOfDay({ origin }: Post): string | undefined {
  const from = origin['publish (time of day)']
  return from && `time of day: ${from}`
}

function snippetText({ kind = 'link', at = 'next', text, parts }: WrittenSnippet): string {
  return `${kind}, ${atText(at)}: ${text ?? parts?.join(' ⏎ ') ?? ''}`
}

function atText(at: At): string {
  if (at === 'next') return 'next free time'
  return 'days' in at ? offsetText(at) : [at.day, at.time].filter(Boolean).join(' ')
}

function offsetText({ days, time }: Offset): string {
  return `+${days}d${time ? ` ${time}` : ''}`
}
