import { defineCalendarRule } from '../../rule.ts'

export default defineCalendarRule({
  id: 'cal-repeat',
  summary: '',
  why: '',
  level: 'suggestion',
  complete() {},
})
