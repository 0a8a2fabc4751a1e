import { definePostRule } from '../../rule.ts'

export default definePostRule({
  id: 'search-title-width',
  summary: '',
  why: '',
  level: 'suggestion',
  check() {},
})
