import { definePostRule } from '../../rule.ts'

export default definePostRule({
  id: 'search-stale',
  summary: '',
  why: '',
  level: 'suggestion',
  check() {},
})
