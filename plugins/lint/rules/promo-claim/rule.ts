import { isBacked } from '../../promotion/is-backed.ts'
import { sentenceAt } from '../../promotion/sentence-at.ts'
import { defineTextRule } from '../../rule.ts'
import type { Passage, Spot, Word } from '../../text/text.ts'
import { listed } from '../../words/listed.ts'

/** Claims that stand or fall with a proof. Our own list. */
const claims = listed(`
  trusted by thousands, trusted by millions, trusted by hundreds, trusted by over, trusted by more than, trusted by leading, trusted by companies, trusted by businesses, trusted by teams, trusted by top, trusted by the world's, trusted by developers, trusted by customers, trusted by fortune,
  used by thousands, used by millions, used by hundreds, used by leading, used by top, loved by thousands, loved by millions, loved by customers, loved by teams, loved by developers, loved by users, chosen by thousands, recommended by experts, recommended by doctors, recommended by professionals,
  thousands of happy, thousands of satisfied, hundreds of happy, hundreds of satisfied, millions of happy, millions of satisfied, thousands|hundreds|millions of teams|companies|businesses|people|customers|clients|users|developers|brands|shops|marketers|families trust|love|adore,
  our customers|clients|users|members|guests|patients|students|readers love us|our|it|what, nobody else offers, no one else offers, nobody else does what we, no one else does what we, nobody does it better, no one does it better, 9 out of 10, nine out of ten, 4 out of 5 doctors, join thousands, join millions, join hundreds, join over,
  clinically proven, scientifically proven, scientifically backed, backed by science, proven to work, proven results, guaranteed results, results guaranteed, guaranteed success, satisfaction guaranteed, 100 satisfaction, 100 guaranteed, 100 secure, 100 safe, risk free guarantee, proven track record, industry leader, market leader, market leading, industry leading, world leader, world leading, world's leading, award winning, internationally acclaimed, critically acclaimed, highest rated, top rated, 5 star rated, five star rated, best selling, most trusted, number one choice, number 1 choice, the #1 choice|brand|app|tool|platform|provider|solution|software|company|service|rated|trusted, our #1 rated, rated 1, voted best, voted number one, studies show, research shows, experts agree, everyone knows, everybody knows, it is well known that
`)

/** General sayings rather than praise of oneself: a suggestion. */
const sayings = new Set([
  'studies show',
  'research shows',
  'experts agree',
  'everyone knows',
  'everybody knows',
  'it is well known that',
  'award winning',
  'best selling',
])

/** Flags claims and figures that come without a proof. */
export default defineTextRule({
  id: 'promo-claim',
  summary: 'a claim or a figure without a source',
  why: 'A stranger has no reason to believe you yet; a claim that cannot be checked costs trust.',
  level: { acquire: 'warning', retain: 'suggestion' },
  isEnglish: true,
  inSnippets: true,
  phrases: claims.map((phrase) => ({ phrase })),
  check({ passages }, { matches, report }) {
    const say = (at: Spot, because: string, isMild: boolean) => {
      if (isBacked(sentenceAt(at))) return
      const quote = at.passage.text.slice(at.start, at.end)
      report({
        at,
        ...(isMild && { level: 'suggestion' as const }),
        message: `\`${quote}\` is a claim without a source; link to what shows it, or leave it out.`,
        because,
      })
    }
    for (const match of matches)
      say(match, `\`${match.phrase.phrase}\` is on the list of claims`, sayings.has(match.phrase.phrase))
    for (let order = 0; order < passages.length; order++) {
      const passage = passages[order] as Passage
      if (!hasFigure(passage)) continue
      for (const at of behindFigures(passage)) {
        const place = gains.has(passage.words[at]?.entry.lower ?? '') && figureBefore(passage, at)
        if (place) say(place, 'a figure with a comparison, and no link in its sentence', true)
      }
    }
  },
})

const gains = new Set(
  'faster quicker cheaper better more higher easier smarter safer stronger longer greater smaller less increase boost growth return roi productivity conversions leads sales revenue'.split(
    ' ',
  ),
)

function isFigure(word: Word | undefined): boolean {
  const code = word?.text.charCodeAt(0) ?? 0
  return code >= 48 && code <= 57
}

function hasFigure({ words, marked }: Passage): boolean {
  for (let index = 0; index < marked.length; index++)
    if (isFigure(words[marked[index] as number])) return true
  return false
}

/** Indices of the words that stand one or two behind a word with a digit, in order. */
function* behindFigures({ words, marked }: Passage): Generator<number> {
  let next = 0
  for (const at of marked) {
    if (!isFigure(words[at])) continue
    for (next = Math.max(next, at + 1); next <= at + 2; next++) yield next
  }
}

/** "10x faster", "50% more", "3 times cheaper": the figure with its comparison, where one stands before a word. */
function figureBefore(passage: Passage, at: number): Spot | undefined {
  const { words, text } = passage
  const gain = words[at] as Word
  for (const back of [1, 2]) {
    const word = words[at - back]
    if (!word || word.isQuoted || word.isAddress) return undefined
    const { lower } = word.entry
    const isFactor = /^\d+(?:\.\d+)?x$/.test(lower)
    const isShare = word.shape === 'number' && text[word.end] === '%'
    const isTimes = back === 2 && word.shape === 'number' && words[at - 1]?.entry.lower === 'times'
    if (isFactor || isShare || isTimes) return { passage, start: word.start, end: gain.end }
  }
  return undefined
}
