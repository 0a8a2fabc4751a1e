import { defineSnippetRule } from '../../rule.ts'

export default defineSnippetRule({
  id: 'cal-feature-on-fan-page',
  summary: '',
  why: '',
  level: 'suggestion',
  check() {},
})
