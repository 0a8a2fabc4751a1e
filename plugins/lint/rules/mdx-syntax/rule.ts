import { defineEngineRule } from '../../rule.ts'

/** Files whose Markdown or MDX cannot be read as written. */
export default defineEngineRule({
  id: 'mdx-syntax',
  summary: 'files that cannot be read as written',
  why: 'Where a tag or a brace stays open, nobody knows what should be on the page, so nothing of it can be shown.',
  level: 'error',
})
