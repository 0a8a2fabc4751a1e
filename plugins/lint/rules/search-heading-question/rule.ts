import { definePostRule } from '../../rule.ts'

export default definePostRule({
  id: 'search-heading-question',
  summary: '',
  why: '',
  level: 'suggestion',
  check() {},
})
