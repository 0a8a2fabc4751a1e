import { defineTextRule } from '../../rule.ts'

export default defineTextRule({
  id: 'promo-feature-run',
  summary: '',
  why: '',
  level: 'suggestion',
  check() {},
})
