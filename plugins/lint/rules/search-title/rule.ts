import { z } from 'zod'
import { definePostRule } from '../../rule.ts'
import { searchStems, sharedStems } from '../../search/stems.ts'

/** Words by which a title announces something, instead of answering. */
const phrases = [
  'introducing',
  'announcing',
  'presenting',
  'unveiling',
  'launching',
  'meet',
  'welcome to',
  'say hello to',
  'we are|are|is excited|proud|happy|thrilled to',
  'now available',
  'coming soon',
].map((phrase) => ({ phrase }))

/** Flags titles that say something else than the search, or that begin with the one who writes. */
export default definePostRule({
  id: 'search-title',
  summary: 'titles that do not say what was searched for',
  why: 'In a list of results the title is nearly all that a reader sees. One that has other words than the search looks like an answer to something else.',
  level: { acquire: 'warning', retain: 'off' },
  isEnglish: true,
  options: z.strictObject({
    share: z
      .number()
      .min(0)
      .max(1)
      .default(0.6)
      .meta({ description: 'Share of the words of a search that the title has to say, 0 to 1' }),
  }),
  phrases,
  check({ post, passages }, { options, matches, site, report }) {
    const title = passages.find(({ kind }) => kind === 'title')
    if (!title) return
    const own = post.origin.query === undefined
    const instead = `${post.query.charAt(0).toUpperCase()}${post.query.slice(1)}`
    const fixes = own ? [{ to: instead, label: `Write \`${instead}\`` }] : []
    const how = own ? `try \`${instead}\`` : 'begin with what a stranger would search for'
    const opening = matches.find(({ passage, firstWord }) => passage === title && firstWord === 0)
    const brand = site.brands.find(
      (name) => title.text.startsWith(name) && !/[\p{L}\p{N}]/u.test(title.text.charAt(name.length)),
    )
    const words = opening ? title.text.slice(opening.start, opening.end) : brand
    if (words !== undefined && !post.query.toLowerCase().startsWith(words.toLowerCase())) {
      report({
        at: { passage: title, start: 0, end: title.text.length },
        quote: words,
        message: `The title begins with \`${words}\`, which nobody searches for; ${how}.`,
        because: opening
          ? `\`${opening.phrase.phrase}\` in the list of announcements`
          : `\`${words}\` is the site's own name`,
        fixes,
      })
      return
    }
    if (!own) return
    const searches = [post.query, ...post.aka].map(searchStems).filter(({ size }) => size > 0)
    const shares = searches.map((search) => sharedStems(search, title.words) / search.size)
    const best = Math.max(...shares)
    if (searches.length === 0 || best >= options.share) return
    const missing = [...(searches[0] as ReadonlyMap<string, string>)].flatMap(([stem, word]) =>
      sharedStems(new Map([[stem, word]]), title.words) === 0 ? [`\`${word}\``] : [],
    )
    report({
      at: { passage: title, start: 0, end: title.text.length },
      message: `The title says nothing of ${missing.join(', ')}, which \`${post.query}\` is about; try \`${instead}\`.`,
      because: `${Math.round(best * 100)} % of the words of the search, ${Math.round(options.share * 100)} % at least`,
      fixes,
    })
  },
})
