import { approvalOf } from '../../../../src/calendar/approval.ts'
import { definePostRule } from '../../rule.ts'

export default definePostRule({
  id: 'cal-approval',
  summary: 'a text that was changed after somebody approved it',
  why: 'An approval stands for words that somebody read. What changed since is read by strangers first, and where the plan asks for approval it stays off the site until somebody reads it.',
  level: 'warning',
  check({ post }, { report }) {
    const { approved, slug } = post
    if (approvalOf(post) !== 'void' || !approved) return
    report({
      at: { field: ['approved', 'hash'] },
      message: `\`${approved.by}\` approved another text than this; approve it anew with \`coldread approve ${slug}\`, or delete \`approved\`.`,
      because: `\`approved.hash\` is not the hash of the text as it is`,
    })
  },
})
