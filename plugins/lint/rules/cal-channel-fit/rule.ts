import { defineSnippetRule } from '../../rule.ts'

export default defineSnippetRule({
  id: 'cal-channel-fit',
  summary: '',
  why: '',
  level: 'suggestion',
  check() {},
})
