import { defineEngineRule } from '../../rule.ts'

/** Comments that name no rule, or do what a comment cannot. */
export default defineEngineRule({
  id: 'lint-unknown-rule',
  summary: 'comments that name a rule that does not exist',
  why: 'A misspelled rule is not switched off, and a misspelled word does nothing: the comment promises what does not happen.',
  level: 'warning',
})
