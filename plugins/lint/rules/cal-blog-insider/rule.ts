import { defineCalendarRule } from '../../rule.ts'

export default defineCalendarRule({
  id: 'cal-blog-insider',
  summary: '',
  why: '',
  level: 'suggestion',
  complete() {},
})
