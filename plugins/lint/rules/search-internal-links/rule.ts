import { z } from 'zod'
import type { Post } from '../../../../src/calendar/post.ts'
import { compareByWords } from '../../../../src/reader/related/similar-posts.ts'
import { linkResolver } from '../../../../src/reader/resolve-link.ts'
import { type Collected, defineCalendarRule } from '../../rule.ts'

/** What a post leads to, as written, and what its headings say. */
interface Ways {
  links: string[]
  headings: string[]
}

/** Flags posts that lead to no other post, and posts that no other leads to. */
export default defineCalendarRule({
  id: 'search-internal-links',
  summary: 'posts that no other post leads to, or that lead nowhere',
  why: 'A reader whose question is answered has the next one, and goes back to search unless a link stands right there. Search engines find and weigh pages by the links to them.',
  level: { acquire: 'suggestion', retain: 'off' },
  options: z.strictObject({
    named: z.int().min(1).default(3).meta({ description: 'Posts that a message names' }),
  }),
  collect({ passages, tree }): Ways {
    const links = passages.flatMap((passage) => passage.links.map(({ url }) => url))
    // Links by reference have no address of their own.
    const defined = tree.children.flatMap((node) => (node.type === 'definition' ? [node.url] : []))
    return {
      links: [...new Set([...links, ...defined])].filter((url) => url !== ''),
      headings: passages.filter(({ kind }) => kind === 'heading').map(({ text }) => text),
    }
  },
  complete(collected, { options, calendar, report }) {
    const shown = collected.filter(({ post }) => post.state !== 'draft')
    if (shown.length < 2) return
    const bySlug = new Map(calendar.posts.map((post) => [post.slug, post]))
    const resolve = linkResolver(calendar, () => true)
    const leadsTo = new Map(
      shown.map(({ post, data }) => [post, targetsOf(post, data.links, bySlug, resolve)]),
    )
    const linked = new Set([...leadsTo.values()].flatMap((targets) => [...targets]))
    const first = shown.map(({ post }) => post).reduce((a, b) => (dayOf(b) < dayOf(a) ? b : a))
    const alike = similar(shown, options.named)
    for (const { post } of shown) {
      if (post.goal !== 'acquire') continue
      const say = (message: string, because: string, key: string) =>
        report({ file: post.file, at: { field: ['title'] }, message, because, key })
      if (!linked.has(post))
        say(
          `No other post leads to \`${post.title}\`; link to it from ${alike(post) ?? 'one that touches on it'}.`,
          'no link in the text of a post that is no draft, and no `related`',
          'in',
        )
      if (leadsTo.get(post)?.size === 0 && post !== first)
        say(
          `\`${post.title}\` leads to no other post; link to ${alike(post) ?? 'one that answers what comes next'}.`,
          'no link to a post in its text, and no `related`',
          'out',
        )
    }
  },
})

function targetsOf(
  post: Post,
  links: readonly string[],
  bySlug: ReadonlyMap<string, Post>,
  resolve: ReturnType<typeof linkResolver>,
): Set<Post> {
  const related = post.related.flatMap((slug) => bySlug.get(slug) ?? [])
  const targets = links.flatMap((href) => {
    const target = resolve(post, href)
    return 'post' in target && target.post ? [target.post] : []
  })
  return new Set([...related, ...targets].filter((target) => target !== post))
}

/** Names the posts that share most words with one; they are compared only when the first is asked for. */
function similar(shown: readonly Collected<Ways>[], most: number): (post: Post) => string | undefined {
  let compare: ReturnType<typeof compareByWords<Compared>> | undefined
  let posts: ReadonlyMap<string, Compared> = new Map()
  return (post) => {
    if (!compare) {
      posts = new Map(shown.map((each) => [each.post.slug, comparedOf(each)]))
      compare = compareByWords([...posts.values()])
    }
    const own = posts.get(post.slug)
    const names = (own ? compare(own, most) : []).map((each) => `\`${each.post.file}\``)
    return names.length > 1 ? `${names.slice(0, -1).join(', ')} or ${names.at(-1)}` : names[0]
  }
}

type Compared = ReturnType<typeof comparedOf>

function comparedOf({ post, data }: Collected<Ways>) {
  const { slug, file, title, query, answer = '', lang, topics } = post
  const headings = data.headings.map((text) => ({ text, slug: '', depth: 2 }))
  return { slug, file, title, query, answer, lang, topics: [...topics], headings }
}

function dayOf({ publish, planned }: Post): string {
  return publish?.instant ?? planned ?? '9'
}
