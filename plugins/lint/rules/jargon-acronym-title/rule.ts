import { defineTextRule } from '../../rule.ts'

export default defineTextRule({
  id: 'jargon-acronym-title',
  summary: '',
  why: '',
  level: 'suggestion',
  check() {},
})
