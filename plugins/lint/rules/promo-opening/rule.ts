import { defineTextRule } from '../../rule.ts'

export default defineTextRule({
  id: 'promo-opening',
  summary: '',
  why: '',
  level: 'suggestion',
  check() {},
})
