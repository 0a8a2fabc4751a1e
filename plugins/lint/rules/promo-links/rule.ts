import { defineTextRule } from '../../rule.ts'

export default defineTextRule({
  id: 'promo-links',
  summary: '',
  why: '',
  level: 'suggestion',
  check() {},
})
