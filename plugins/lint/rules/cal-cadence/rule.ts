import { defineCalendarRule } from '../../rule.ts'

export default defineCalendarRule({
  id: 'cal-cadence',
  summary: '',
  why: '',
  level: 'suggestion',
  complete() {},
})
