import { defineEngineRule } from '../../rule.ts'

/** Rules that are switched off where they have nothing to say. */
export default defineEngineRule({
  id: 'lint-unused',
  summary: 'rules that are disabled where they say nothing',
  why: 'A rule that is switched off without need stays off for what is written there later, and readers meet it.',
  level: 'warning',
})
