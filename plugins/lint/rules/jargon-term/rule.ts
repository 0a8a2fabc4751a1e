import { defineTextRule } from '../../rule.ts'

export default defineTextRule({
  id: 'jargon-term',
  summary: '',
  why: '',
  level: 'suggestion',
  check() {},
})
