import { defineEngineRule } from '../../rule.ts'

export default defineEngineRule({
  id: 'lint-reason',
  summary: 'comments that disable without a reason',
  why: '',
  level: 'warning',
})
