import { definePostRule } from '../../rule.ts'

export default definePostRule({
  id: 'search-description',
  summary: '',
  why: '',
  level: 'suggestion',
  check() {},
})
