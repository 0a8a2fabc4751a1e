import { defineCalendarRule } from '../../rule.ts'

export default defineCalendarRule({
  id: 'search-title-clash',
  summary: '',
  why: '',
  level: 'suggestion',
  complete() {},
})
