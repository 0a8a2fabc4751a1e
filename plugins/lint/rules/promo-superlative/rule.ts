import { defineTextRule } from '../../rule.ts'

export default defineTextRule({
  id: 'promo-superlative',
  summary: '',
  why: '',
  level: 'suggestion',
  check() {},
})
