import { defineEngineRule } from '../../rule.ts'

/** Entries of the baseline that nothing in the content answers to any more. */
export default defineEngineRule({
  id: 'lint-baseline-stale',
  summary: 'entries of the baseline for findings that are gone',
  why: 'What was mended should not come back unseen. An entry that stays in the baseline would hide it when it does.',
  level: 'warning',
})
