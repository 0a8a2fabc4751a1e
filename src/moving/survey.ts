import { reservedSlugs } from '../calendar/addresses.ts'
import { slugOf } from '../calendar/field.ts'
import { plainPath } from '../calendar/former-path.ts'
import { stemOf } from './foreign-folder.ts'
import type { ForeignPost } from './foreign-post.ts'

/** What has to be known of all posts before the first is converted. */
export interface Survey {
  /** Slug here, by file there. */
  slugs: ReadonlyMap<string, string>
  /** Why a slug is another than on the old site, by file. */
  renamed: ReadonlyMap<string, string>
  /** Slug by old path, by file without its ending, and by what a file's path ends with where only one post has that. */
  byPath: ReadonlyMap<string, string>
  byFile: ReadonlyMap<string, string>
  byName: ReadonlyMap<string, string>
  /** What every post is sorted by. */
  sorted: readonly Pick<ForeignPost, 'categories' | 'tags'>[]
  categories: ReadonlyMap<string, number>
  tags: ReadonlyMap<string, number>
  authors: ReadonlyMap<string, number>
  /** How many posts name no author. */
  unsigned: number
}

/** Collects it, post by post. Two posts never get one slug, nor one that is taken; the first keeps its own. */
export class Surveyor {
  readonly #slugs = new Map<string, string>()
  readonly #renamed = new Map<string, string>()
  readonly #byPath = new Map<string, string>()
  readonly #byFile = new Map<string, string>()
  readonly #names = new Map<string, Set<string>>()
  readonly #sorted: Pick<ForeignPost, 'categories' | 'tags'>[] = []
  readonly #categories = new Map<string, number>()
  readonly #tags = new Map<string, number>()
  readonly #authors = new Map<string, number>()
  #unsigned = 0
  readonly #taken: Set<string>

  /** @param taken slugs that posts here have, or had */
  constructor(taken: Iterable<string>) {
    this.#taken = new Set(taken)
  }

  /** @param known its slug here, where it was adopted before */
  add(post: ForeignPost, known?: string): void {
    const { file, addresses } = post
    const slug = known ?? this.#newSlug(post)
    this.#taken.add(slug)
    this.#slugs.set(file, slug)
    for (const address of addresses) this.#byPath.getOrInsert(addressKey(address), slug)
    this.#byFile.getOrInsert(fileKey(file), slug)
    const parts = fileKey(file).split('/')
    for (const name of new Set([stemOf(file), ...parts.map((_, index) => parts.slice(index).join('/'))]))
      this.#names.getOrInsertComputed(name, () => new Set()).add(slug)
    this.#sorted.push({ categories: post.categories, tags: post.tags })
    for (const category of post.categories) count(this.#categories, category)
    for (const tag of post.tags) count(this.#tags, tag)
    if (post.author === undefined) this.#unsigned++
    else count(this.#authors, post.author)
  }

  get result(): Survey {
    const single = [...this.#names].flatMap(([name, [slug, ...more]]) =>
      slug !== undefined && more.length === 0 ? [[name, slug] as const] : [],
    )
    return {
      ...{ slugs: this.#slugs, renamed: this.#renamed, byPath: this.#byPath, byFile: this.#byFile },
      ...{
        byName: new Map(single),
        sorted: this.#sorted,
        categories: this.#categories,
        tags: this.#tags,
        authors: this.#authors,
        unsigned: this.#unsigned,
      },
    }
  }

  #newSlug({ file, slug = '', title = '' }: ForeignPost): string {
    const written = slugOf(decoded(slug))
    const wanted = shorten(written || slugOf(title) || slugOf(stemOf(file)) || 'post')
    const allowed = reservedSlugs.has(wanted) ? `${wanted}-post` : wanted
    let free = allowed
    for (let number = 2; this.#taken.has(free); number++) free = `${allowed}-${number}`
    const why =
      free !== allowed
        ? `another post has \`${allowed}\` already`
        : allowed !== wanted
          ? `\`/${wanted}/\` is a page of the site itself`
          : wanted !== decoded(slug)
            ? slug === ''
              ? undefined
              : written === ''
                ? `nothing of \`${slug}\` can stand in an address`
                : 'addresses are lower case, joined by hyphens, and not too long'
            : undefined
    if (why !== undefined) this.#renamed.set(file, `the slug is \`${free}\`: ${why}`)
    return free
  }
}

/** An address by which posts are found: a trailing slash, `index.html` and `.html` make no difference. */
export function addressKey(address: string): string {
  return plainPath(address.replace(/\/index\.html?$/i, '/').replace(/\.html?$/i, '')).toLowerCase()
}

/** A file by which posts are found, without `index` and its ending. */
export function fileKey(file: string): string {
  return file.replace(/(?:(?<=.)\/index)?\.[^./]*$/, '')
}

function count(counts: Map<string, number>, name: string): void {
  counts.set(name, (counts.get(name) ?? 0) + 1)
}

function decoded(slug: string): string {
  try {
    return decodeURIComponent(slug).normalize('NFC')
  } catch {
    return slug
  }
}

/** File systems take 255 bytes, and readers fewer. */
export function shorten(slug: string): string {
  let short = slug
  while (new TextEncoder().encode(short).length > 150)
    short = short.includes('-') ? short.replace(/-[^-]*$/, '') : [...short].slice(0, 37).join('')
  return short
}
