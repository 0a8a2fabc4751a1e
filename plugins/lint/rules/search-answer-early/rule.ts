import { definePostRule } from '../../rule.ts'

export default definePostRule({
  id: 'search-answer-early',
  summary: '',
  why: '',
  level: 'suggestion',
  check() {},
})
