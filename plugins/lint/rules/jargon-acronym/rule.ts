import { defineTextRule } from '../../rule.ts'

export default defineTextRule({
  id: 'jargon-acronym',
  summary: '',
  why: '',
  level: 'suggestion',
  check() {},
})
