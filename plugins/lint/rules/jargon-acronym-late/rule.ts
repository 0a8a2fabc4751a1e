import { acronymsOf } from '../../acronyms/find-acronyms.ts'
import { isExplainedElsewhere } from '../../acronyms/is-explained-elsewhere.ts'
import { isTitle } from '../../acronyms/is-title.ts'
import { defineTextRule } from '../../rule.ts'

/** Flags a short form that is spelled out, but only after it was used. */
export default defineTextRule({
  id: 'jargon-acronym-late',
  summary: 'a short form that is used before it is spelled out',
  why: 'Readers from search read the beginning; an explanation further down comes too late for them.',
  level: { acquire: 'warning', retain: 'suggestion' },
  isEnglish: true,
  check(text, { site, report }) {
    for (const acronym of acronymsOf(text).values()) {
      const { short, uses } = acronym
      const first = uses.find(({ passage, isQuoted }) => !isQuoted && !isTitle(passage))
      if (!first || isExplainedElsewhere(short, first, text, site)) continue
      const [definition] = acronym.definitions
      if (!definition) continue
      const isLate =
        first.order < definition.order || (first.order === definition.order && first.start < definition.start)
      if (!isLate) continue
      const offset = definition.passage.offsetOf(definition.start)
      let line = 1
      for (let at = text.source.indexOf('\n'); at >= 0 && at < offset; at = text.source.indexOf('\n', at + 1))
        line++
      report({
        at: first,
        message: `\`${short}\` appears here, but is explained on line ${line}; move the explanation up.`,
        because: `the first use of \`${short}\` stands before its words`,
        key: short,
      })
    }
  },
})
