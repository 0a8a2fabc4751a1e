import { z } from 'zod'
import { definePostRule } from '../../rule.ts'
import { searchStems, sharedStems } from '../../search/stems.ts'
import { fieldKinds, type Sentence, wordsOf } from '../../text/text.ts'

/** Who a sentence about ourselves begins with. */
const us = new Set("we we're we've we'll we'd our ours i i'm i've i'd my".split(' '))

/** Flags posts whose first hundred words do not answer their search. */
export default definePostRule({
  id: 'search-answer-early',
  summary: 'posts that do not answer first',
  why: 'Someone from search reads the first lines and leaves when the answer is not among them. Whoever wants to know more reads on.',
  level: { acquire: 'warning', retain: 'off' },
  isEnglish: true,
  options: z.strictObject({
    words: z.int().min(1).default(100).meta({ description: 'Words within which the answer has to stand' }),
    wordsForSteps: z.int().min(1).default(150).meta({
      description: 'Words within which the first step has to stand, where the search is for how to do it',
    }),
    share: z
      .number()
      .min(0)
      .max(1)
      .default(0.5)
      .meta({ description: 'Share of the words of the search that one sentence has to say, 0 to 1' }),
  }),
  check({ post, passages, wordCount }, { options, report }) {
    const searches = [post.query, ...post.aka].map(searchStems).filter(({ size }) => size > 0)
    const answer = passages.find(({ kind }) => kind === 'answer')
    if (searches.length === 0 || (!answer && wordCount < options.words)) return
    const answers = (sentence: Sentence) => {
      const words = wordsOf(sentence)
      return (
        !sentence.isQuestion &&
        !us.has(words[0]?.entry.lower ?? '') &&
        searches.some((search) => sharedStems(search, words) / search.size >= options.share)
      )
    }
    let read = 0
    let first = answer
    for (const passage of passages) {
      const { kind, words, sentences } = passage
      if (kind !== 'answer' && (fieldKinds.has(kind) || kind === 'heading')) continue
      const isLaidOut = kind === 'item' || kind === 'cell'
      if (isLaidOut && read < (post.intent === 'do' ? options.wordsForSteps : options.words)) return
      for (const sentence of sentences) {
        if (read + sentence.firstWord >= options.words) break
        if (answers(sentence)) return
      }
      first ??= passage
      read += words.length
      if (read >= options.wordsForSteps) break
    }
    if (!first) return
    const wanted = [...(searches[0] as ReadonlyMap<string, string>).values()].map((word) => `\`${word}\``)
    report({
      at: { passage: first, start: 0, end: first.text.length },
      message: `No sentence of the first ${options.words} words answers \`${post.query}\`; put the short answer here, and name ${wanted.join(', ')} in it.`,
      because: `no sentence has ${Math.round(options.share * 100)} % of the words of the search; questions and sentences about ourselves do not count`,
      quote: first.text.slice(0, 60),
    })
  },
})
