import { z } from 'zod'
import { findBrands } from '../../promotion/find-brands.ts'
import { defineTextRule } from '../../rule.ts'

/** Flags a text that names its own brand again and again. */
export default defineTextRule({
  id: 'promo-brand-density',
  summary: 'your own name, again and again',
  why: 'A reader from search did not ask about you; every mention makes the answer look like an advertisement.',
  level: { acquire: 'suggestion', retain: 'off' },
  options: z.strictObject({
    limit: z.number().positive().default(10).meta({ description: 'Mentions in 1,000 words' }),
    minWords: z.int().min(1).default(150).meta({ description: 'Shorter texts are left alone' }),
  }),
  check(text, { options: { limit, minWords }, site, report }) {
    const { intent, query, wordCount } = text
    if (wordCount < minWords || intent === 'compare' || intent === 'buy') return
    const asked = query?.toLowerCase() ?? ''
    const places = findBrands(text, site.brands).filter(({ brand }) => !asked.includes(brand.toLowerCase()))
    const per1000 = (1000 * places.length) / wordCount
    const first = places[0]
    if (per1000 <= limit || !first) return
    const name = first.passage.text.slice(first.start, first.end)
    const figures = `${per1000.toFixed(0)} per 1,000; limit ${limit}`
    report({
      at: first,
      key: 'density',
      message: `\`${name}\` is named ${places.length} times in ${wordCount} words (${figures}); ${
        query ? `a reader asked about \`${query}\`, so` : 'a reader from search did not ask about it, so'
      } name it where it is needed.`,
      because: `${figures}; names are \`site.name\` and \`lint.brands\` of the plan`,
    })
  },
})
