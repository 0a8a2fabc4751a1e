import { defineTextRule } from '../../rule.ts'

export default defineTextRule({
  id: 'promo-page',
  summary: '',
  why: '',
  level: 'suggestion',
  check() {},
})
