import { defineCalendarRule } from '../../rule.ts'

export default defineCalendarRule({
  id: 'search-internal-links',
  summary: '',
  why: '',
  level: 'suggestion',
  complete() {},
})
