import { definePostRule } from '../../rule.ts'

export default definePostRule({
  id: 'search-title',
  summary: '',
  why: '',
  level: 'suggestion',
  check() {},
})
