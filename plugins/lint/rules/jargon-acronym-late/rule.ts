import { defineTextRule } from '../../rule.ts'

export default defineTextRule({
  id: 'jargon-acronym-late',
  summary: '',
  why: '',
  level: 'suggestion',
  check() {},
})
