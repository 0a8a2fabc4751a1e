import { acronymsOf } from '../../acronyms/find-acronyms.ts'
import { isExplainedElsewhere } from '../../acronyms/is-explained-elsewhere.ts'
import { isTitle } from '../../acronyms/is-title.ts'
import { expansionOf } from '../../acronyms/known-acronyms.ts'
import { defineTextRule } from '../../rule.ts'

/** Flags a short form where its words were not read yet: in a title, a description, a main heading. */
export default defineTextRule({
  id: 'jargon-acronym-title',
  summary: 'an unknown short form in a title, a description or a main heading',
  why: 'In search results a title stands alone, and people type words there, not your short forms.',
  level: { acquire: 'warning', retain: 'suggestion' },
  isEnglish: true,
  check(text, { site, report }) {
    for (const acronym of acronymsOf(text).values())
      for (const use of acronym.uses) {
        const { short } = acronym
        const { passage, order, isQuoted } = use
        if (!isTitle(passage) || isQuoted || isExplainedElsewhere(short, use, text, site)) continue
        const { definitions } = acronym
        const isHeading = passage.kind === 'heading'
        if (definitions.some((each) => (isHeading ? each.order <= order : each.order === order))) continue
        const long = definitions.find((each) => each.long !== undefined)?.long ?? expansionOf(short)
        report({
          at: use,
          message: `\`${short}\` ${isHeading ? 'says nothing to who skims the headings' : 'is no word that a stranger searches for'}; write ${long ? `\`${long}\`` : 'its words'} here.`,
          ...(isHeading && {
            note: 'People look at the headings before they read; what is explained later does not help them there.',
          }),
          because: `\`${short}\` stands in a ${isHeading ? 'heading' : passage.kind} and is explained ${definitions.length > 0 ? 'only elsewhere' : 'nowhere'}`,
          key: short,
          ...(long && { fixes: [{ to: long }] }),
        })
      }
  },
})
