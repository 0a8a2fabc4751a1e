import { definePostRule } from '../../rule.ts'

export default definePostRule({
  id: 'cal-purpose',
  summary: '',
  why: '',
  level: 'suggestion',
  check() {},
})
