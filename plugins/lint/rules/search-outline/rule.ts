import { defineTextRule } from '../../rule.ts'

export default defineTextRule({
  id: 'search-outline',
  summary: '',
  why: '',
  level: 'suggestion',
  check() {},
})
