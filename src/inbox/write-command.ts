import type { Occasion } from './advise.ts'
import { stemsHeard } from './words-heard.ts'

/** The longest title that is taken over, in UTF-16 units. */
const longest = 90

/**
 * The command line that begins a post, as words.
 * @param day a free slot's, where there is one
 */
export function postFor(
  { cluster, purpose, matches, calendar }: Occasion,
  day: string | undefined,
): string[] {
  const { topics, site } = calendar.plan
  const searched = cluster.entries.find(({ kind }) => kind === 'search')
  const [lead] = cluster.entries
  const title = titleOf(lead.text)
  const query = searched && searched !== lead ? searched.text : undefined
  const [best] = matches
  const topic =
    best && best.fit >= 0.25 && best.post.topics[0]
      ? best.post.topics[0]
      : topicOf(cluster.stems, topics, site.lang)
  return [
    ...['npm', 'run', 'new', '--', title],
    ...(query ? ['--query', query] : []),
    ...['--purpose', purpose],
    ...(topic ? ['--topic', topic] : []),
    ...(day ? ['--planned', day] : []),
  ]
}

/** A title in the words that were used: its first letter is a capital, and it begins with none that a command understands. */
function titleOf(text: string): string {
  const words = text.replace(/^[^\p{L}\p{N}]+/u, '')
  const short = words.length <= longest ? words : words.slice(0, longest).replace(/\s+\S*$/, '')
  const title = `${short.charAt(0).toUpperCase()}${short.slice(1)}`
  return /^(how (?!to)|what|which|who|when|where|why|can|do|does|is|are|should)\b/i.test(title) &&
    !title.includes('?')
    ? `${title}?`
    : title
}

/** The topic whose title and intro have most of the words, and two at least. */
function topicOf(
  stems: readonly string[],
  topics: Readonly<Record<string, { title: string; intro?: string | undefined }>>,
  lang: string,
): string | undefined {
  let best: { id: string; common: number } | undefined
  for (const [id, { title, intro = '' }] of Object.entries(topics)) {
    const own = new Set(stemsHeard(`${id} ${title} ${intro}`, lang))
    const common = stems.filter((stem) => own.has(stem)).length
    if (common > (best?.common ?? 1)) best = { id, common }
  }
  return best?.id
}
