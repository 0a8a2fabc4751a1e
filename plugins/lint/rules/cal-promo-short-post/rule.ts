import { defineSnippetRule } from '../../rule.ts'

const phrases = [
  'check out our|my',
  'our new|latest|brand-new|amazing|award-winning',
  "we're|we are excited|thrilled|proud|delighted|happy|pleased to",
  'excited|thrilled|proud|delighted|pleased to announce|share|introduce|launch|present|unveil',
  'big news',
  'buy now|today',
  'buy it now|today',
  'buy yours',
  'shop now',
  'order now|today',
  'order yours',
  'book a demo|call',
  'book your demo|call|spot',
  'get a demo|quote',
  'sign up now|today|for',
  'start your free|trial',
  'try it free|now|today',
  'try it for free',
  'get yours',
  'get started today|now|free',
  "don't miss out|our|this",
  'do not miss out|our|this',
  'while stocks last',
  'limited time|offer',
  'link in bio',
  'follow us',
  'use|with code',
  "why we're|we are the best",
].map((phrase) => ({ phrase }))

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
      const quote = match.passage.text.slice(match.start, match.end)
      report({
        at: match,
        message: `\`${quote}\` speaks of you where people came to talk; say the useful part in one sentence, or answer a question that people ask${offers > 0 ? ', or mark it `kind: offer`' : ''}.`,
        because: `\`${quote.toLowerCase()}\` is on the list of phrases that promote, in a \`${snippet.kind ?? 'link'}\``,
      })
    }
  },
})
