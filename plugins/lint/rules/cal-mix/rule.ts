import { defineCalendarRule } from '../../rule.ts'

export default defineCalendarRule({
  id: 'cal-mix',
  summary: '',
  why: '',
  level: 'suggestion',
  complete() {},
})
