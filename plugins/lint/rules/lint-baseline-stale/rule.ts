import { defineEngineRule } from '../../rule.ts'

export default defineEngineRule({
  id: 'lint-baseline-stale',
  summary: '',
  why: '',
  level: 'suggestion',
})
