import { defineEngineRule } from '../../rule.ts'

export default defineEngineRule({
  id: 'mdx-syntax',
  summary: 'files that cannot be read',
  why: '',
  level: 'error',
})
