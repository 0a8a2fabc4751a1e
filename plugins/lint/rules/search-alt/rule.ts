import { defineTextRule } from '../../rule.ts'

export default defineTextRule({
  id: 'search-alt',
  summary: '',
  why: '',
  level: 'suggestion',
  check() {},
})
