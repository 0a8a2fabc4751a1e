import { defineTextRule } from '../../rule.ts'

export default defineTextRule({
  id: 'jargon-density',
  summary: '',
  why: '',
  level: 'suggestion',
  check() {},
})
