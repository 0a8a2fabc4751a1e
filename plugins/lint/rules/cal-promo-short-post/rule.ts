import { hardCalls, softCalls } from '../../promotion/calls.ts'
import { isDenied } from '../../promotion/is-denied.ts'
import { defineSnippetRule } from '../../rule.ts'
import { listed } from '../../words/listed.ts'

/** Speaks of oneself, or asks for attention, in few words. Our own list. */
const selfPraise = listed(`
  check out our|my, our new, our latest, our brand new, our amazing, our award winning,
  excited|thrilled|proud|delighted|pleased|happy to announce|share|introduce|launch|present|unveil,
  big news, exciting news, link in bio, follow us, use|with code, say hello to our, the wait is over
`)

/** Calls that as often as not begin a piece of advice: "Start today: write down three questions." */
const advice = new Set(
  listed(`start today, start now, start free, start saving, hurry, don't wait, don't delay, act now, act fast,
  compare plans, see plans, choose your plan, pick your plan, register now, apply now, let us help you`),
)

const phrases = [...hardCalls.filter((phrase) => !advice.has(phrase)), ...softCalls, ...selfPraise].map(
  (phrase) => ({ phrase }),
)

/** Kinds in which selling is the very point, or which reply to someone. */
const exempt: ReadonlySet<string> = new Set(['offer', 'event', 'answer'])

export default defineSnippetRule({
  id: 'cal-promo-short-post',
  summary: 'a snippet that praises or sells where people talk to each other',
  why: 'Short posts that only point at their writer are passed over; one useful sentence gets an answer.',
  level: 'warning',
  isEnglish: true,
  phrases,
  check({ channel, snippet }, { site, matches, report }) {
    if (exempt.has(snippet.kind ?? 'link')) return
    const offers = site.plan?.channels[channel]?.dimmers.offer?.times ?? 0
    for (const match of matches) {
      if (isDenied(match.passage, match.firstWord)) continue
      const quote = match.passage.text.slice(match.start, match.end)
      report({
        at: match,
        message: `\`${quote}\` speaks of you where people came to talk; say the useful part in one sentence, or answer a question that people ask${offers > 0 ? ', or mark it `kind: offer`' : ''}.`,
        because: `\`${quote.toLowerCase()}\` is on the list of phrases that promote, in a \`${snippet.kind ?? 'link'}\``,
      })
    }
  },
})
