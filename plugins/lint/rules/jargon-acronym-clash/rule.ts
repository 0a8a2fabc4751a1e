import { defineCalendarRule } from '../../rule.ts'

export default defineCalendarRule({
  id: 'jargon-acronym-clash',
  summary: '',
  why: '',
  level: 'suggestion',
  complete() {},
})
