import { z } from 'zod'
import { definePostRule } from '../../rule.ts'
import type { Passage } from '../../text/text.ts'

/** Words that a question or the name of a way begins with. */
const asking = new Set(
  "how what what's why when where who which whose is are was were can could do does did should will would may must has have am isn't aren't don't doesn't".split(
    ' ',
  ),
)

/** Headings that name a part of a text, whatever it is about. */
const labels = new Set(
  `about|about us|additional information|advantages|background|basics|benefits|best practices|challenges|conclusion|considerations|
context|definition|details|disadvantages|discussion|examples|features|final thoughts|final words|further information|
general|general information|getting started|goals|highlights|history|important|in conclusion|in short|info|information|
intro|introduction|key benefits|key features|key points|key takeaways|limitations|methodology|more|more information|
motivation|next steps|notes|objectives|other|our approach|our story|outlook|overview|preface|preliminaries|problem|
pros and cons|purpose|recap|results|scope|solution|solutions|summary|the basics|the challenge|the problem|
the solution|tips|use cases|wrap up|wrapping up`
    .replaceAll('\n', '')
    .split('|'),
)

/** Flags headings that are labels, and posts none of whose headings asks what a reader would. */
export default definePostRule({
  id: 'search-heading-question',
  summary: 'headings that do not say what a reader asks',
  why: 'Readers from search skip from heading to heading, looking for their question. A label could stand over anything.',
  level: { acquire: 'suggestion', retain: 'off' },
  isEnglish: true,
  options: z.strictObject({
    from: z
      .int()
      .min(1)
      .default(3)
      .meta({ description: 'So many h2 a post has before one of them has to ask' }),
  }),
  check({ post, passages }, { options, report }) {
    const headings = passages.filter(({ kind, isQuote }) => kind === 'heading' && !isQuote)
    const mains = headings.filter(({ depth }) => depth === 2)
    for (const heading of headings) {
      if (!labels.has(heading.words.map(({ entry }) => entry.lower).join(' '))) continue
      report({
        at: { passage: heading, start: 0, end: heading.text.length },
        message: `\`${heading.text}\` could stand over any text; ask what a reader would, as in \`What …\` or \`How …\`, with the words of \`${post.query}\`.`,
        because: `\`${heading.text.toLowerCase()}\` in the list of labels`,
      })
    }
    const hasSteps =
      post.intent === 'do' && passages.some(({ kind, inside }) => kind === 'item' || inside.includes('Steps'))
    const [first] = mains
    if (!first || mains.length < options.from || hasSteps || mains.some(asks)) return
    report({
      at: { passage: first, start: 0, end: first.text.length },
      message: `None of ${mains.length} headings asks what a reader would; make one of them a question, or begin it with \`How to\`.`,
      because: `${mains.length} h2, of which none begins with a word that asks or ends with a question mark`,
      quote: first.text,
      key: 'none asks',
    })
  },
})

function asks({ words, text }: Passage): boolean {
  return asking.has(words[0]?.entry.lower ?? '') || /\?\s*$/.test(text)
}
