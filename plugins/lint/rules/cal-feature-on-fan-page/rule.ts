import { findBrands } from '../../promotion/find-brands.ts'
import { defineSnippetRule } from '../../rule.ts'

const capability = [
  'let~ you',
  'allow~ you to',
  'enable~ you to',
  'help~ you to',
  'you can now',
  'now you can',
  'you can finally',
  'now support~',
  'now work~ with',
  'now include~',
  'now come~ with',
  'comes with',
].map((phrase) => ({ phrase, kind: 'capability' as const }))

const release = [
  'new feature|features|version|release|update|app|tool|dashboard|integration',
  'latest feature|features|version|release|update',
  'now available',
  'now live',
  'just launched|released|shipped|landed',
  'introducing',
  'rolled out',
  'rolling out',
  'release notes',
  'changelog',
].map((phrase) => ({ phrase, kind: 'release' as const }))

/** Kinds that explain; the others ask, help, tell what someone did, or invite. */
const explaining: ReadonlySet<string> = new Set(['link', 'tip', 'news'])

/** One sign alone may be chance; two explain a product. */
export default defineSnippetRule({
  id: 'cal-feature-on-fan-page',
  summary: 'a feature explained to people who own it already',
  why: 'Who follows a page for customers has the product; another feature tells them nothing that they can use or answer.',
  level: 'suggestion',
  isEnglish: true,
  phrases: [...capability, ...release],
  check(text, { site, matches, report }) {
    const { channel, snippet } = text
    const serves = site.plan?.channels[channel]?.serves ?? site.plan?.goal
    const [first] = matches
    if (serves !== 'retain' || !first || !explaining.has(snippet.kind ?? 'link')) return
    const signs = [
      ...new Set(matches.map(({ phrase }) => phrase.kind)),
      ...(findBrands(text, site.brands).length > 0 ? ['your own name'] : []),
    ]
    if (signs.length < 2) return
    const quote = first.passage.text.slice(first.start, first.end)
    report({
      at: first,
      message: `\`${quote}\` explains a feature to people who own it already; show what someone did with it, or ask a question.`,
      because: `two signs of a feature text on a channel that serves customers: ${signs.join(', ')}`,
    })
  },
})
