import { defineTextRule } from '../../rule.ts'

export default defineTextRule({
  id: 'search-intro-us',
  summary: '',
  why: '',
  level: 'suggestion',
  check() {},
})
