import { defineTextRule } from '../../rule.ts'

export default defineTextRule({
  id: 'jargon-internal-name',
  summary: '',
  why: '',
  level: 'suggestion',
  check() {},
})
