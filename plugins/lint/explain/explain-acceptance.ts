import { isFault } from '../baseline/baseline.ts'
import type { Finding } from '../finding.ts'

/** Rules that let a word of the glossary pass. */
const wordRules = new Set([
  'jargon-acronym',
  'jargon-acronym-late',
  'jargon-acronym-title',
  'jargon-team-word',
  'jargon-term',
])

/**
 * How to keep words that a rule speaks of, the narrowest way first.
 * @param isContent part of the content, so that a plan and front matter are read
 * @param isInBody behind the front matter, where comments are read
 */
export function acceptanceOf({ rule, quote, file }: Finding, isContent: boolean, isInBody: boolean): string {
  if (isFault(rule)) return 'it cannot be: nothing can be built while it is there'
  const isPost = !/\.(?:ya?ml|json)$/.test(file)
  const comment = file.endsWith('.mdx')
    ? `{/* coldread disable-next ${rule} -- the reason */}`
    : `<!-- coldread disable-next ${rule} -- the reason -->`
  const ways = [
    isPost && isInBody && `here: on a line above the paragraph, ${comment}`,
    isPost && isContent && `in this post: in its front matter, lint: { off: { ${rule}: the reason } }`,
    isContent &&
      wordRules.has(rule) &&
      `the word: npm run coldread -- accept ${JSON.stringify(quote)} --because "the reason"`,
    isContent && `the rule: in content/plan.yaml, lint: { rules: { ${rule}: off } }`,
  ]
  return ways.filter(Boolean).join('\n')
}
