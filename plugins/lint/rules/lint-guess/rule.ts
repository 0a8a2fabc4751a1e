import { defineEngineRule } from '../../rule.ts'

export default defineEngineRule({
  id: 'lint-guess',
  summary: '',
  why: '',
  level: 'suggestion',
})
