import { defineTextRule } from '../../rule.ts'
import { fieldKinds } from '../../text/text.ts'

/** Words of links that name nothing, in lower case. */
const nameless = new Set(
  `article|available here|check it out|click|click here|click on this link|click this link|continue|continue reading|details|download|
download here|find out more|follow this link|full article|full story|go|go here|guide|here|info|learn more|learn more here|link|
link here|more|more details|more here|more info|more information|page|post|press here|read|read about it|read it here|read more|
read more here|read on|read the article|read this|read this article|read this post|see here|see more|site|source|tap here|that|
the link|there|this|this article|this guide|this link|this one|this page|this post|this site|this website|visit|
visit here|visit page|visit site|visit the site|visit us|watch|website|you can find it here`
    .replaceAll('\n', '')
    .split('|'),
)

/** Flags links whose words do not say where they lead. */
export default defineTextRule({
  id: 'search-link-text',
  summary: 'links that do not say where they lead',
  why: 'Readers skip from link to link, and some hear them without the sentence around them. Search engines, too, learn from these words what a page is about.',
  level: 'warning',
  check({ passages }, { report }) {
    const targets = new Map<string, string>()
    for (const passage of passages) {
      if (passage.links.length === 0 || fieldKinds.has(passage.kind)) continue
      for (const { start, end, url } of passage.links) {
        const written = passage.text.slice(start, end)
        const words = plain(written)
        if (words === '') continue
        const at = { passage, start, end }
        if (/^(?:https?:\/\/|www\.)\S+$/i.test(written.trim())) {
          report({
            at,
            level: 'suggestion',
            message: `\`${shortened(written.trim())}\` is an address; write the name of the page instead, as in \`[opening hours](${shortened(url)})\`.`,
            because: 'the words of the link are its address',
            key: 'address',
          })
          continue
        }
        if (nameless.has(words)) {
          report({
            at,
            message: `\`${written}\` does not say where the link leads; put it on the words that name the page.`,
            because: `\`${words}\` in the list of words that name nothing`,
          })
          continue
        }
        const target = url.replace(/[#?].*$/s, '').replace(/\/$/, '')
        const other = targets.get(words)
        if (target === '' || other === target) continue
        if (other === undefined) targets.set(words, target)
        else
          report({
            at,
            level: 'suggestion',
            message: `\`${written}\` leads to \`${shortened(target)}\` here and to \`${shortened(other)}\` before; say which is which.`,
            because: 'the same words lead to two pages',
          })
      }
    }
  },
})

function plain(text: string): string {
  const lower = text.toLowerCase()
  return /^[a-z\d]+(?: [a-z\d]+)*$/.test(lower) ? lower : (lower.match(/[\p{L}\p{N}]+/gu) ?? []).join(' ')
}

function shortened(url: string): string {
  return url.length <= 50 ? url : `${url.slice(0, 49)}…`
}
