import { defineEngineRule } from '../../rule.ts'

export default defineEngineRule({
  id: 'lint-unused',
  summary: 'disabling that hides nothing',
  why: '',
  level: 'warning',
})
