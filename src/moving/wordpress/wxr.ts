/** A term that an item bears: `domain` is its taxonomy, `category`, `post_tag`, `series`. */
export interface WxrTerm {
  domain: string
  nicename: string
  name: string
}

/** An item of an export as it is written: texts without the control characters that XML forbids. */
export interface WxrItem {
  /** Line of its first tag, from 1. */
  line: number
  /** Fields by their usual name, `wp:post_id`; those that are asked for and not empty. */
  fields: Readonly<Record<string, string>>
  /** Line in which the text begins. */
  bodyLine: number
  terms: readonly WxrTerm[]
  /** Of the keys that say something here, in their order. */
  meta: readonly (readonly [key: string, value: string])[]
  comments: number
}

/** What stands before the first item. */
export interface WxrHead {
  fields: Readonly<Record<string, string>>
  authors: readonly Readonly<Record<string, string>>[]
  categories: readonly Readonly<Record<string, string>>[]
}

/** Fields of the channel that say what blog it is. */
export const headFields: ReadonlySet<string> = new Set([
  'title',
  'link',
  'description',
  'language',
  'wp:wxr_version',
  'wp:base_site_url',
  'wp:base_blog_url',
])

/** Fields of an item that say what a post is. */
export const itemFields: ReadonlySet<string> = new Set([
  'title',
  'link',
  'guid',
  'dc:creator',
  'content:encoded',
  'excerpt:encoded',
  'wp:post_id',
  'wp:post_date',
  'wp:post_date_gmt',
  'wp:post_modified',
  'wp:post_modified_gmt',
  'wp:post_name',
  'wp:status',
  'wp:post_type',
  'wp:post_password',
  'wp:is_sticky',
  'wp:attachment_url',
])

/** Notes beside a post that say something here; plugins write hundreds of others. */
export const metaKeys: ReadonlySet<string> = new Set([
  '_thumbnail_id',
  '_wp_attachment_image_alt',
  '_wp_old_slug',
  '_yoast_wpseo_title',
  '_yoast_wpseo_metadesc',
  'rank_math_title',
  'rank_math_description',
  '_aioseo_title',
  '_aioseo_description',
  'footnotes',
])

/** Names that exports of all versions mean by their namespaces. */
export const namespaces: readonly (readonly [uri: RegExp, prefix: string])[] = [
  [/^https?:\/\/wordpress\.org\/export\/\d+(\.\d+)*\/?$/, 'wp'],
  [/^https?:\/\/wordpress\.org\/export\/\d+(\.\d+)*\/excerpt\/?$/, 'excerpt'],
  [/^http:\/\/purl\.org\/rss\/1\.0\/modules\/content\/$/, 'content'],
  [/^http:\/\/purl\.org\/dc\/elements\/1\.1\/$/, 'dc'],
]
