import { defineTextRule } from '../../rule.ts'

export default defineTextRule({
  id: 'promo-cta',
  summary: '',
  why: '',
  level: 'suggestion',
  check() {},
})
