import { defineTextRule } from '../../rule.ts'

export default defineTextRule({
  id: 'promo-brand-density',
  summary: '',
  why: '',
  level: 'suggestion',
  check() {},
})
