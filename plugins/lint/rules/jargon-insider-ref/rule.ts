import { defineTextRule } from '../../rule.ts'

export default defineTextRule({
  id: 'jargon-insider-ref',
  summary: '',
  why: '',
  level: 'suggestion',
  check() {},
})
