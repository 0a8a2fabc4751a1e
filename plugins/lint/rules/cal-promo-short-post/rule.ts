import { defineSnippetRule } from '../../rule.ts'

export default defineSnippetRule({
  id: 'cal-promo-short-post',
  summary: '',
  why: '',
  level: 'suggestion',
  check() {},
})
