import type { Audit } from '../../../src/audit/audit.ts'
import {
  askingWords,
  cadenceWords,
  count,
  figure,
  lengthWords,
  sellingWords,
  topicWords,
} from '../../../src/audit/audit-words.ts'
import { visible, wrap } from '../../lint/reporters/terminal-text.ts'
import { heading, type Look, sparks } from './look.ts'

/** What the blog is made of, as far as it can be told. */
export function renderMix({ mix, posts, isAlone }: Audit, look: Look): string[] {
  if (isAlone) return []
  const said = (label: string, words: string) =>
    wrap(visible(words), Math.max(20, look.columns - 13)).map(
      (line, index) => `  ${look.style('dim', (index === 0 ? label : '').padEnd(9))}  ${line}`,
    )
  const recent = mix.months.slice(-Math.max(12, Math.min(48, look.columns - 40)))
  const bars = recent.some((each) => each.posts > 0)
    ? [...said('cadence', `${sparks(recent.map((each) => each.posts))} up to now`)]
    : []
  return [
    ...heading('What the blog is made of', count(posts.length, 'post'), look),
    ...said('wording', inWords(sellingWords(mix))),
    ...said('titles', inWords(askingWords(mix))),
    ...said('length', `${sparks(mix.lengths.map((each) => each.posts))} ${lengthWords(mix)}`),
    ...bars,
    ...said(bars.length > 0 ? '' : 'cadence', cadenceWords(mix) || 'No post has a date.'),
    ...said('topics', topicWords(mix)),
  ]
}

function inWords(parts: readonly { words: string; posts: number }[]): string {
  return parts
    .filter(({ posts }) => posts > 0)
    .map(({ words, posts }) => `${figure(posts)} ${words}`)
    .join(', ')
}
