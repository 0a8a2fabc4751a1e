import { defineTextRule } from '../../rule.ts'

export default defineTextRule({
  id: 'search-link-text',
  summary: '',
  why: '',
  level: 'suggestion',
  check() {},
})
