import type { z } from 'zod'
import { authorsSchema } from '../calendar/authors.ts'
import type { Calendar } from '../calendar/calendar.ts'
import { postSchema } from '../calendar/front-matter-schema.ts'
import { type Plan, planSchema } from '../calendar/plan.ts'
import { authorsFile, planFile } from '../calendar/sources.ts'
import { componentMarks } from './component-marks.ts'
import type { Choice, FormField } from './form-field.ts'
import { type FormWorld, makeField, makeFields } from './make-fields.ts'

/** The configuration of Decap CMS and Sveltia CMS: where content is kept, and a form for each kind of file. */
export type CmsConfig = Readonly<Record<string, unknown>>

/** Where pictures go that are uploaded. */
const pictures = 'content/posts/images'

/**
 * Makes the configuration from the schemas and from what the plan names. It says nothing of any post, so that anybody may read it.
 * @param components names of the components that posts may use
 */
export function cmsConfig(
  { plan, authors, posts }: Pick<Calendar, 'plan' | 'authors' | 'posts'>,
  cms: NonNullable<Plan['cms']>,
  components: readonly string[],
): CmsConfig {
  const world = worldOf(plan, Object.keys(authors))
  const fields = [...makeFields(postSchema, world), bodyField(components)]
  const common = {
    folder: 'content/posts',
    extension: 'mdx',
    format: 'yaml-frontmatter',
    identifier_field: 'title',
    summary: '{{title}} · {{status}} {{publish}}',
    sortable_fields: ['publish', 'planned', 'status', 'title'],
    view_groups: [{ label: 'Status', field: 'status' }],
    public_folder: './images',
  }
  const isInFolder = posts.some(({ file }) => file.endsWith('/index.mdx'))
  return {
    backend: backendOf(cms),
    site_url: plan.site.url,
    media_folder: pictures,
    public_folder: '/images',
    show_preview_links: false,
    slug: { encoding: 'unicode', clean_accents: false, sanitize_replacement: '-' },
    // Sveltia CMS: what is left empty is not written.
    output: { omit_empty_optional_fields: true },
    collections: [
      {
        ...{ name: 'posts', label: 'Posts', label_singular: 'Post', ...common, create: true },
        // From the root of the repository: Decap would take the posts themselves for pictures of a new one.
        media_folder: `/${pictures}`,
        ...{ slug: '{{slug}}', editor: { preview: false }, fields },
      },
      ...(isInFolder
        ? [
            {
              ...{ name: 'posts-in-folders', label: 'Posts in folders', label_singular: 'Post', ...common },
              ...{
                create: false,
                path: '{{slug}}/index',
                media_folder: 'images',
                editor: { preview: false },
                fields,
              },
            },
          ]
        : []),
      {
        name: 'settings',
        label: 'Plan and authors',
        description: 'Saving here drops the comments that stand in the file.',
        editor: { preview: false },
        files: [
          { name: 'plan', label: 'Plan', file: planFile, fields: shownFields(makeFields(planSchema, world)) },
          { name: 'authors', label: 'Authors', file: authorsFile, fields: authorFields(authors, world) },
        ],
      },
    ],
  }
}

function backendOf({ backend, repo, branch, signIn }: NonNullable<Plan['cms']>): Record<string, unknown> {
  if (backend === 'test-repo') return { name: backend }
  return { name: backend, branch, ...(repo && { repo }), ...(signIn && { base_url: signIn }) }
}

function worldOf(plan: Plan, authors: readonly string[]): FormWorld {
  const named = (of: Readonly<Record<string, { title: string }>>): Choice[] =>
    Object.entries(of).map(([value, { title }]) => ({ label: title, value }))
  const plain = (values: readonly string[]): Choice[] => values.map((value) => ({ label: value, value }))
  const channels = Object.keys(plan.channels)
  const topics = Object.keys(plan.topics)
  const series = Object.keys(plan.series)
  return {
    choices: {
      topics: named(plan.topics),
      series: named(plan.series),
      audience: plain(plan.audiences),
      author: plain(authors),
      owner: plain(authors),
    },
    keys: { snippets: channels, channels, topics, series },
  }
}

/** Plain text, byte for byte: what turns Markdown into rich text writes all of it anew, and knows no components. */
function bodyField(components: readonly string[]): FormField {
  return {
    ...{ name: 'body', label: 'Body', widget: 'text', required: false },
    hint: 'Markdown. Each heading is best a question; the buttons put components around what you choose.',
    components: componentMarks(components),
  }
}

function authorFields(authors: Calendar['authors'], world: FormWorld): FormField[] {
  return Object.keys(authors).map((id) => makeField(id, authorsSchema.valueType as z.ZodType, world))
}

/** Hidden fields stay as they are written, named or not. */
function shownFields(fields: readonly FormField[]): FormField[] {
  return fields.filter(({ widget }) => widget !== 'hidden')
}
