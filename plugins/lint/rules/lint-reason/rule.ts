import { defineEngineRule } from '../../rule.ts'

/** Comments that switch a rule off and do not say why. */
export default defineEngineRule({
  id: 'lint-reason',
  summary: 'comments that disable a rule without a reason',
  why: 'Whoever edits the text next has to know why a rule was switched off here, or nobody dares to switch it on again.',
  level: 'warning',
})
