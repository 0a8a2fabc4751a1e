import { relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { glob, type LoaderContext } from 'astro/loaders'
import { z } from 'astro/zod'
import type { RenderedBody } from '../../src/mdx/render-body.ts'
import { publishPost } from '../../src/reader/publish.ts'
import type { PublishedPost } from '../../src/reader/published.ts'
import { beginRun } from './run.ts'

/** A collection as `defineCollection` takes it. */
export interface LivePosts {
  loader: { name: string; load(context: LoaderContext): Promise<void> }
  schema: z.ZodType<PublishedPost>
}

/**
 * The posts of `content/posts/` that are live, for an Astro project with pages of its own: `data` holds what readers may know,
 * and `render(post)` makes a page's content as of any `.mdx` file. The id of a post is its slug. Content with faults ends the
 * build, all of them in one message. What is live follows from the clock, or from `COLDREAD_NOW`.
 */
export function livePosts(): LivePosts {
  return {
    loader: {
      name: 'coldread-live-posts',
      async load(context) {
        const root = fileURLToPath(context.config.root)
        const { opened } = beginRun(root, process.env.COLDREAD_NOW || undefined)
        const live = new Map(
          opened.calendar.posts
            .filter(opened.isShown)
            .map((post) => [
              relative('content/posts', post.file),
              publishPost(post, factsOf(opened.render(post))),
            ]),
        )
        const slugOf = (entry: string) => (live.get(entry) as PublishedPost).slug
        const bySlug = new Map([...live.values()].map((post) => [post.slug, post]))
        context.store.clear()
        await glob({
          pattern: [...live.keys()],
          base: 'content/posts',
          generateId: ({ entry }) => slugOf(entry),
        }).load({
          ...context,
          parseData: async ({ id }) => bySlug.get(id) as never,
        })
      },
    },
    schema: z.custom<PublishedPost>(),
  }
}

function factsOf({ headings, terms, words }: RenderedBody) {
  return { headings, terms, words }
}
