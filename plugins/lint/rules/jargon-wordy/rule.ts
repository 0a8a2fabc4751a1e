import { defineTextRule } from '../../rule.ts'

export default defineTextRule({
  id: 'jargon-wordy',
  summary: '',
  why: '',
  level: 'suggestion',
  check() {},
})
