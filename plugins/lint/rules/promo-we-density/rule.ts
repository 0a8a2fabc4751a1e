import { defineTextRule } from '../../rule.ts'

export default defineTextRule({
  id: 'promo-we-density',
  summary: '',
  why: '',
  level: 'suggestion',
  check() {},
})
