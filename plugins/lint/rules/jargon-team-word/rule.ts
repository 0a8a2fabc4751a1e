import { defineCalendarRule } from '../../rule.ts'

export default defineCalendarRule({
  id: 'jargon-team-word',
  summary: '',
  why: '',
  level: 'suggestion',
  complete() {},
})
