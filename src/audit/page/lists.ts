import type { ElementContent } from 'hast'
import { h } from 'hastscript'
import type { Audit } from '../audit.ts'
import { count, figure, whenWords } from '../audit-words.ts'
import type { AuditedPost } from '../audited-post.ts'
import { reasonWords } from '../question.ts'
import { quoted } from '../quoted.ts'
import { postsHold, staleWords, wordsHold } from '../stale.ts'
import { type Row, rowList } from './rows.ts'
import { marked, placeOf, titleOf } from './words.ts'

/** Words that strangers do not know. */
export function renderInsider({ insider: { texts, words } }: Audit): ElementContent[] {
  if (words.length === 0) return []
  return [
    h('h2#insider', 'Words that strangers do not know'),
    h(
      'p',
      'Somebody who came from a search engine never heard your short forms, and was not there last time. Spell each out at first use, or say it in plain words.',
    ),
    ...rowList(
      words.map(({ word, posts, at }) => ({
        side: count(posts, 'post'),
        which: h('mark', h('bdi', word)),
        where: placeOf(at.file, at),
      })),
    ),
    ...(texts.length === 0
      ? []
      : [
          h('h3', 'Posts full of them'),
          ...rowList(
            texts.map(({ post, words: said, first }) => ({
              side: count(said.length, 'word'),
              which: titleOf(post),
              where: placeOf(post.file, first),
              said: marked(quoted(said)),
            })),
          ),
        ]),
  ]
}

/** Texts and phrases that sell. */
export function renderSelling({ selling: { texts, phrases } }: Audit): ElementContent[] {
  if (texts.length === 0) return []
  const common = phrases.filter(({ posts }) => posts > 1)
  return [
    h('h2#selling', 'Where selling gets in the way'),
    h('p', 'A reader from search has a question. A page that praises its writer first is left in seconds.'),
    ...rowList(
      texts.map(({ post, said }) => {
        const own = said.filter(({ rule }) => rule !== 'promo-page')
        return {
          side: post.promotion.toFixed(2),
          which: titleOf(post),
          where: placeOf(post.file, own[0] ?? said[0]),
          said: marked(quoted(own.map(({ quote }) => quote))),
        }
      }),
    ),
    ...(common.length === 0
      ? []
      : [
          h('h3', 'What is said most'),
          ...rowList(
            common.map(({ words, posts, at }) => ({
              side: count(posts, 'post'),
              which: h('mark', h('bdi', words)),
              where: placeOf(at.file, at),
            })),
          ),
        ]),
  ]
}

/** Questions that several posts answer. */
export function renderShared({ shared }: Audit): ElementContent[] {
  if (shared.length === 0) return []
  const most = 40
  return [
    h('h2#shared', 'One question, several posts'),
    h(
      'p',
      'Posts that answer one question compete with each other, and a reader may land on the lesser one. Merge them, or narrow each.',
    ),
    ...shared
      .slice(0, most)
      .map(({ by, posts }) =>
        h('div.group', [
          ...rowList(posts.map(dated)),
          ...(by === 'other words' ? [h('p.quiet', 'Not the same words: look before you merge.')] : []),
        ]),
      ),
    ...(shared.length > most
      ? [
          h(
            'p.quiet',
            `And ${count(shared.length - most, 'question')} more, all of them in the JSON of this audit.`,
          ),
        ]
      : []),
  ]
}

/** Titles that nobody searches for. */
export function renderNoQuestion({ noQuestion }: Audit): ElementContent[] {
  if (noQuestion.length === 0) return []
  return [
    h('h2#question', 'No clear question'),
    h(
      'p',
      'Nobody types these titles into a search. Say in the title what the reader wants to know, or leave the post to those who follow you already.',
    ),
    ...rowList(
      noQuestion.map(({ post, why }) => ({
        side: reasonWords[why.reason],
        which: titleOf(post),
        where: placeOf(post.file),
      })),
    ),
  ]
}

/** Posts that no other leads to. */
export function renderOrphans({ orphans, posts }: Audit): ElementContent[] {
  if (orphans.length === 0) return []
  return [
    h('h2#orphans', 'No other post leads to these'),
    h(
      'p',
      `${figure(orphans.length)} of ${count(posts.length, 'post')}. Readers and search engines find a post by links from others; lists and archives do not count here.`,
    ),
    ...rowList(orphans.map(dated)),
  ]
}

/** Posts that may no longer hold. */
export function renderStale({ stale, today }: Audit): ElementContent[] {
  if (stale.length === 0) return []
  return [
    h('h2#stale', 'Out of date, perhaps'),
    h(
      'p',
      `A year in the title that is over, words such as “this year” after ${wordsHold} months, or nothing new for ${postsHold}: the surest first. Check each, and write down that you did.`,
    ),
    ...rowList(
      stale.map(({ post, checked, reasons }) => ({
        side: whenWords(checked),
        which: titleOf(post),
        where: placeOf(post.file, reasons[0].at),
        said: marked(
          reasons
            .filter(({ kind }) => kind !== 'age')
            .map((reason) => staleWords(reason, post, today))
            .join(', '),
        ),
      })),
    ),
  ]
}

function dated(post: AuditedPost): Row {
  return { side: whenWords(post.updated ?? post.published), which: titleOf(post), where: placeOf(post.file) }
}
