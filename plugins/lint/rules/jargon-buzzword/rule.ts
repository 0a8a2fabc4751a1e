import { defineTextRule } from '../../rule.ts'

export default defineTextRule({
  id: 'jargon-buzzword',
  summary: '',
  why: '',
  level: 'suggestion',
  check() {},
})
