import type { Audit } from '../../../src/audit/audit.ts'
import { count, figure, whenWords } from '../../../src/audit/audit-words.ts'
import { nameOf } from '../../../src/audit/audited-post.ts'
import { noQuestionWords, reasonWords } from '../../../src/audit/question.ts'
import { quoted } from '../../../src/audit/quoted.ts'
import { staleWords } from '../../../src/audit/stale.ts'
import { andMore, heading, indented, type Look, listed, placeOf, shown } from './look.ts'

/** Words that strangers do not know, over all posts. */
export function renderInsider({ insider: { texts, words }, posts, isAlone }: Audit, look: Look): string[] {
  if (words.length === 0) return []
  const rows = words.map(({ word, posts: number, at }) => ({
    what: count(number, 'post'),
    which: word,
    where: placeOf(at.file, at, look),
  }))
  const beside = isAlone ? '' : `${figure(texts.length)} of ${count(posts.length, 'post')} full of them`
  return [...heading('Words that strangers do not know', beside, look), ...listed(rows, look)]
}

/** Texts and phrases that sell. */
export function renderSelling({ selling: { texts, phrases } }: Audit, look: Look): string[] {
  if (texts.length === 0) return []
  const rows = texts.map(({ post, said }) => {
    const own = said.filter(({ rule }) => rule !== 'promo-page')
    return {
      what: post.promotion.toFixed(2),
      which: nameOf(post),
      where: placeOf(post.file, own[0] ?? said[0], look),
      said: quoted(own.map(({ quote }) => quote)),
    }
  })
  const common = phrases.filter(({ posts }) => posts > 1).slice(0, 8)
  const most = common.map(({ words, posts }) => `\`${words}\` in ${figure(posts)} posts`).join(', ')
  return [
    ...heading('Where selling gets in the way', 'score of promotion, 0 to 1', look),
    ...listed(rows, look),
    ...(most === '' ? [] : ['', ...indented(`Said most: ${most}.`, 2, look)]),
  ]
}

/** Questions that several posts answer. */
export function renderShared({ shared }: Audit, look: Look): string[] {
  if (shared.length === 0) return []
  const groups = shared.slice(0, shown).flatMap(({ by, posts }, index) => {
    const rows = posts.map((post) => ({
      what: whenWords(post.updated ?? post.published),
      which: nameOf(post),
      where: placeOf(post.file, undefined, look),
    }))
    const note =
      by === 'other words'
        ? [look.style('dim', `${' '.repeat(15)}not the same words: look before you merge`)]
        : []
    return [...(index === 0 ? [] : ['']), ...listed(rows, look), ...note]
  })
  return [
    ...heading('One question, several posts', 'merge them, or narrow each', look),
    ...groups,
    ...andMore(shared.length - shown, look),
  ]
}

/** Titles that nobody searches for. */
export function renderNoQuestion({ noQuestion }: Audit, look: Look): string[] {
  if (noQuestion.length === 0) return []
  const rows = noQuestion.map(({ post, why }) => ({
    what: reasonWords[why.reason],
    which: why.reason === 'untitled' ? noQuestionWords(why) : nameOf(post),
    where: placeOf(post.file, undefined, look),
  }))
  return [...heading('No clear question', 'nobody types these into a search', look), ...listed(rows, look)]
}

/** Posts that no other leads to. */
export function renderOrphans({ orphans, posts }: Audit, look: Look): string[] {
  if (orphans.length === 0) return []
  const rows = orphans.map((post) => ({
    what: whenWords(post.published),
    which: nameOf(post),
    where: placeOf(post.file, undefined, look),
  }))
  const beside = `${figure(orphans.length)} of ${count(posts.length, 'post')}`
  return [...heading('No other post leads to these', beside, look), ...listed(rows, look)]
}

/** Posts that may no longer hold. */
export function renderStale({ stale, today }: Audit, look: Look): string[] {
  if (stale.length === 0) return []
  const rows = stale.map(({ post, checked, reasons }) => {
    const said = reasons.filter(({ kind }) => kind !== 'age').map((reason) => staleWords(reason, post, today))
    return {
      what: whenWords(checked),
      which: nameOf(post),
      where: placeOf(post.file, reasons[0].at, look),
      ...(said.length > 0 && { said: said.join(', ') }),
    }
  })
  return [...heading('Out of date, perhaps', 'the surest first', look), ...listed(rows, look)]
}
