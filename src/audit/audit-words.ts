import type { Audit } from './audit.ts'
import type { Mix } from './mix.ts'

const number = new Intl.NumberFormat('en')

/** `1 post`, `1,200 posts`. */
export function count(amount: number, what: string, many = `${what}s`): string {
  return `${number.format(amount)} ${amount === 1 ? what : many}`
}

/** `12,000` */
export function figure(amount: number): string {
  return number.format(amount)
}

/** `May 2014` of `2014-05` or of a day in it. */
export function monthWords(day: string): string {
  return Temporal.PlainDate.from(`${day.slice(0, 7)}-01`).toLocaleString('en', {
    month: 'short',
    year: 'numeric',
  })
}

/** `4 Mar 2019` */
export function dayWords(day: string): string {
  return `${Number(day.slice(8))} ${monthWords(day)}`
}

/** A day in words; `no date` where there is none. */
export function whenWords(day: string | undefined): string {
  return day === undefined ? 'no date' : dayWords(day)
}

/** What was read, in parts: the program, how many posts and words, from when to when. */
export function readWords({ program, posts, words, mix: { months } }: Audit): string[] {
  const [first, last] = [months[0], months.findLast((month) => month.posts > 0)]
  return [
    program,
    count(posts.length, 'post'),
    count(words, 'word'),
    ...(first && last
      ? [first === last ? monthWords(first.month) : `${monthWords(first.month)} to ${monthWords(last.month)}`]
      : []),
  ]
}

/** What was found, most of all posts first: a number, and what it is a number of. */
export function foundWords(audit: Audit): { id: string; number: number; words: string; more: string }[] {
  const { insider, selling, shared, noQuestion, orphans, stale, isAlone } = audit
  const fromEndToEnd = selling.texts.filter(({ said }) => said[0].rule === 'promo-page').length
  const sharing = shared.reduce((sum, { posts }) => sum + posts.length, 0)
  const dated = stale.filter(({ reasons }) => reasons[0].kind !== 'age').length
  const are = (amount: number) => (amount === 1 ? 'is' : 'are')
  const posts = (amount: number) => (amount === 1 ? 'post' : 'posts')
  return [
    {
      id: 'insider',
      number: insider.texts.length,
      words: `${posts(insider.texts.length)} full of words that strangers do not know`,
      more:
        insider.words.length === 0
          ? ''
          : `${count(insider.words.length, 'such word')}${isAlone ? '' : ' in all posts'}`,
    },
    {
      id: 'selling',
      number: selling.texts.length,
      words: `${posts(selling.texts.length)} where selling gets in the way`,
      more: fromEndToEnd > 0 ? `${figure(fromEndToEnd)} of them from end to end` : '',
    },
    ...(isAlone
      ? []
      : [
          {
            id: 'shared',
            number: sharing,
            words: `${posts(sharing)} that compete for one question`,
            more: shared.length > 0 ? count(shared.length, 'question') : '',
          },
        ]),
    {
      id: 'question',
      number: noQuestion.length,
      words: `${posts(noQuestion.length)} without a clear question`,
      more: '',
    },
    ...(isAlone
      ? []
      : [
          {
            id: 'orphans',
            number: orphans.length,
            words: `${posts(orphans.length)} that no other post leads to`,
            more: '',
          },
        ]),
    {
      id: 'stale',
      number: stale.length,
      words: `${posts(stale.length)} that may be out of date`,
      more:
        dated > 0 ? `${figure(dated)} ${are(dated)} dated by ${dated === 1 ? 'its' : 'their'} own words` : '',
    },
  ]
}

/** How often something new comes, in a sentence or two; nothing where there are no dates. */
export function cadenceWords({ lastYear, longestSilence, undated, months }: Mix): string {
  if (months.length === 0) return ''
  const pace =
    lastYear === 0
      ? 'Nothing new in the last twelve months.'
      : `${count(lastYear, 'post')} in the last twelve months.`
  const silence = longestSilence
    ? ` The longest silence: ${count(longestSilence.days, 'day')}, from ${dayWords(longestSilence.from)} to ${dayWords(longestSilence.to)}.`
    : ''
  return `${pace}${silence}${undated > 0 ? ` ${count(undated, 'post has', 'posts have')} no date.` : ''}`
}

/** Posts by how they read. */
export function sellingWords({ selling }: Mix): { words: string; posts: number }[] {
  return [
    { words: 'help', posts: selling.helps },
    { words: 'lean to selling', posts: selling.leans },
    { words: 'sell', posts: selling.sells },
    { words: 'not in English', posts: selling.unknown },
  ]
}

/** Posts by what their titles do. */
export function askingWords({ asking }: Mix): { words: string; posts: number }[] {
  return [
    { words: 'ask what people search for', posts: asking.asks },
    { words: 'name a subject', posts: asking.names },
    { words: 'do neither', posts: asking.neither },
    { words: 'not in English', posts: asking.unknown },
  ]
}

/** How long posts are, in a sentence. */
export function lengthWords({ lengths, medianWords }: Mix): string {
  const short = lengths.filter(({ below }) => below !== undefined && below <= 300)
  const under = short.reduce((sum, { posts }) => sum + posts, 0)
  return `Half have more than ${count(medianWords, 'word')}; ${under === 0 ? 'none has' : count(under, 'has', 'have')} fewer than 300.`
}

/** The topics of most posts, and how many posts have none. */
export function topicWords({ topics, untagged }: Mix): string {
  const first = topics.slice(0, 8).map(({ name, posts }) => `${name} ${figure(posts)}`)
  const more = topics.length > 8 ? ` and ${figure(topics.length - 8)} more` : ''
  const without = untagged > 0 ? `${figure(untagged)} without any` : ''
  return [`${first.join(', ')}${more}`, without].filter(Boolean).join('; ')
}

/** What was left out and what nobody looked at, each a sentence. */
export function limitWords(audit: Audit): string[] {
  const { leftOut, html, foreign, posts, mix, isAlone, faults } = audit
  const left = [
    ...(leftOut.drafts > 0 ? [count(leftOut.drafts, 'draft')] : []),
    ...(leftOut.pages > 0 ? [count(leftOut.pages, 'page')] : []),
  ]
  const tongues = mix.languages
    .filter(({ lang }) => !/^en\b/i.test(lang))
    .map(({ lang, posts: number }) => `${lang === 'und' ? 'not said' : lang} ${figure(number)}`)
  return [
    ...(left.length > 0 ? [`Left out: ${left.join(' and ')}.`] : []),
    ...(foreign > 0
      ? [
          `${foreign === posts.length ? 'No post is' : `${count(foreign, 'post is', 'posts are')} not`} in English (${tongues.join(', ')}): for other languages the rules of words and of selling keep silent, and only a missing title is told.`,
        ]
      : []),
    ...(html > 0
      ? [`${count(html, 'post is', 'posts are')} in HTML: the line is that in which the text of each begins.`]
      : []),
    ...(isAlone ? ['One file: what others share with it, and who leads to it, is told of folders.'] : []),
    ...(faults.length > 0 ? [`${count(faults.length, 'file')} could not be read, and the rest was.`] : []),
  ]
}
