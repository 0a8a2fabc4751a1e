import { defineEngineRule } from '../../rule.ts'

export default defineEngineRule({
  id: 'content-fault',
  summary: 'content that cannot be built',
  why: '',
  level: 'error',
})
