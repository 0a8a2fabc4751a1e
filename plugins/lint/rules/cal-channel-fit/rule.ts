import { defineSnippetRule } from '../../rule.ts'
import type { Sentence } from '../../text/text.ts'

/** Kinds that lead strangers somewhere; and kinds that only customers have a use for. */
const forStrangers: ReadonlySet<string> = new Set(['link', 'tip'])
const forCustomers: ReadonlySet<string> = new Set(['link', 'news', 'story'])

/** Judged by what a snippet is and what the plan says of its channel, whatever network that is on. */
export default defineSnippetRule({
  id: 'cal-channel-fit',
  summary: 'a snippet that does not suit the channel it goes to',
  why: 'People follow a channel for what it usually brings; strangers and customers come for different things.',
  level: 'suggestion',
  check({ channel, snippet, post, passages }, { site, report }) {
    const facts = site.plan?.channels[channel]
    const passage = passages[0]
    const sentence: Sentence | undefined = passage?.sentences[0]
    // A sentence in `<Share>` is of no kind yet.
    if (!site.plan || !facts || !passage || !sentence || passage.inside.includes('Share')) return
    const { kind = 'link' } = snippet
    const serves = facts.serves ?? site.plan.goal
    const rate = facts.dimmers[kind]
    const say = (message: string, because: string) =>
      report({ at: { passage, start: sentence.start, end: sentence.end }, key: kind, message, because })

    if (rate?.times === 0)
      say(
        `\`${kind}\` is off on \`${channel}\` in the plan; choose another kind or channel, or turn it on there.`,
        `\`channels.${channel}.dimmers.${kind}\` is \`off\``,
      )
    else if (serves === 'acquire' && post.goal === 'retain' && forCustomers.has(kind))
      say(
        `\`${channel}\` serves strangers, and this ${kind} is about a post for customers; send it where customers follow you, or ask something that a stranger can answer.`,
        `\`serves: acquire\` on the channel, \`goal: retain\` on the post, kind \`${kind}\``,
      )
    else if (serves === 'retain' && post.goal === 'acquire' && forStrangers.has(kind) && !rate)
      say(
        `\`${channel}\` serves people who know you, and this ${kind} leads them to a post for strangers; ask them a question or tell a customer's story, or give \`${kind}\` a place in the channel's dimmers.`,
        `\`serves: retain\` on the channel and no dimmer for \`${kind}\`, \`goal: acquire\` on the post`,
      )
  },
})
