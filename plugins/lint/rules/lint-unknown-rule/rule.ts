import { defineEngineRule } from '../../rule.ts'

export default defineEngineRule({
  id: 'lint-unknown-rule',
  summary: 'rules that do not exist',
  why: '',
  level: 'warning',
})
