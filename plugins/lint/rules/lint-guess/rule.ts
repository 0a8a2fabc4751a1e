import { definePostRule } from '../../rule.ts'

/** Flags fields that a conversion guessed and nobody confirmed. */
export default definePostRule({
  id: 'lint-guess',
  summary: 'fields that were guessed and not confirmed',
  why: 'What a program guessed of a post decides who finds it and when it goes live. Someone who knows the post should have looked at it.',
  level: 'warning',
  check({ post }, { report }) {
    for (const [index, field] of post.guess.entries()) {
      const value = (post as unknown as Record<string, unknown>)[field]
      const isWritten = value !== undefined && post.origin[field] === undefined
      report({
        at: { field: isWritten ? [field] : ['guess', index] },
        quote: field,
        message: `\`${field}\` was guessed; look at it, and take \`${field}\` off the list \`guess\`.`,
        because: `\`${field}\` stands in \`guess\``,
      })
    }
  },
})
