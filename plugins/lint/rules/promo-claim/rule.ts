import { defineTextRule } from '../../rule.ts'

export default defineTextRule({
  id: 'promo-claim',
  summary: '',
  why: '',
  level: 'suggestion',
  check() {},
})
