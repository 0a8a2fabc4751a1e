import { definePostRule } from '../../rule.ts'

export default definePostRule({
  id: 'search-query',
  summary: '',
  why: '',
  level: 'suggestion',
  check() {},
})
