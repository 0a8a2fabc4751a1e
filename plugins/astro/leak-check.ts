import { createHash, hash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, relative, sep } from 'node:path'
import { gunzipSync } from 'node:zlib'
import type { Post } from '../../src/calendar/post.ts'
import { pathFrom } from '../../src/calendar/sources.ts'
import { collectLinks } from '../../src/mdx/collect-links.ts'
import type { Opened } from '../../src/open.ts'
import { rules } from '../lint/rules.ts'
import { findAddresses } from './leaks/find-addresses.ts'
import { wordRuns } from './leaks/word-runs.ts'
import { ruleText } from './rule-pages.ts'

/** A trace of something unpublished in the built site. */
export interface Leak {
  /** File in the built site. */
  file: string
  /** File of the post that should not be seen. */
  post: string
  /** The address, image or words that gave it away. */
  trace: string
}

/**
 * Looks through a built site for anything of a post that is not shown: its address, its images by content, any run of
 * eight words that stands in no public source. The gate keeps such posts out; this makes sure.
 * @param folder absolute path of the built site
 * @param root absolute path of the folder that holds `content/`
 * @param early images that are published before their post, as paths in the built site
 * @param passed paths of files that were looked through for the very same posts before
 */
export function findLeaks(
  folder: string,
  root: string,
  opened: Opened,
  early: ReadonlySet<string> = new Set(),
  passed: ReadonlySet<string> = new Set(),
): Leak[] {
  const { isShown, render } = opened
  const { posts } = opened.calendar
  const hidden = posts.filter((post) => !isShown(post))
  if (hidden.length === 0) return []
  const { origin, pathname } = new URL(opened.calendar.plan.site.url)
  const base = pathname.replace(/\/$/, '')
  const addresses = new Map(hidden.flatMap((post) => addressesOf(post, base).map((each) => [each, post])))
  const images = imagesOf(hidden, posts.filter(isShown), root, opened)
  const runs = wordRuns<Post>()
  for (const post of hidden)
    for (const text of [...stringsIn({ ...post, source: undefined, origin: undefined }), render(post).text])
      runs.add(text, post)
  // What stands in public anyway is seldom met, and it takes long to gather.
  const isPublic = lazily(() => {
    const texts = publicTextsOf(opened, posts.filter(isShown))
    for (const text of texts) runs.forget(text)
    return new Set(findAddresses(texts.join('\n'), origin, addresses))
  })

  const leaks: Leak[] = []
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue
    const path = join(entry.parentPath, entry.name)
    const file = relative(folder, path).split(sep).join('/')
    if (passed.has(file)) continue
    const bytes = readFileSync(path)
    const report = (post: Post, trace: string) => leaks.push({ file, post: post.file, trace })

    const image = images.size > 0 ? images.get(digest(bytes)) : undefined
    if (image && !early.has(file)) report(image.post, `its image \`${image.src}\``)
    const text = textOf(bytes)
    if (text === undefined) continue
    const seen = new Set<Post>()
    for (const post of new Set(findAddresses(`${base}/${file}\n${text}`, origin, addresses))) {
      if (isOldAddress(post, file)) seen.add(post)
      else if (!isPublic().has(post)) report(post, `its address \`${post.path}\``)
    }
    for (const passage of passagesOf(text)) {
      if (!isMet(runs.find(passage))) continue
      isPublic()
      for (const { run, of } of runs.find(passage)) {
        if (!seen.has(of)) report(of, `its words “${run}”`)
        seen.add(of)
      }
    }
  }
  return leaks
}

/** Names the posts that a built site must not show: a file in which nothing of them stands need not be looked through again. */
export function hiddenKey({ calendar, isShown }: Opened): string {
  const hidden = calendar.posts.filter((post) => !isShown(post))
  return hash(
    'sha256',
    JSON.stringify(hidden.map(({ file, path, state, source }) => [file, path, state, source])),
  )
}

function isMet(found: Generator<unknown>): boolean {
  return !found.next().done
}

function lazily<T extends object>(find: () => T): () => T {
  let found: T | undefined
  return () => (found ??= find())
}

/** Readers who know a retired post's address are led on from there. */
function isOldAddress({ state, path }: Post, file: string): boolean {
  return state === 'retired' && (file === '_redirects' || file === `${path.slice(1)}index.html`)
}

function publicTextsOf(
  { calendar: { plan, authors, glossary }, render }: Opened,
  shown: readonly Post[],
): string[] {
  return [
    ...shown.flatMap((post) => [...stringsIn(post), render(post).text]),
    ...stringsIn([plan, authors, glossary.filter(({ kind }) => kind !== 'internal')]),
    ...rules.flatMap((rule) => [rule.summary, rule.why, ruleText(rule)]),
  ]
}

/** Paths of a post's page below the host, as written and as browsers write it. */
function addressesOf({ path }: Post, base: string): string[] {
  const address = path.replace(/\/$/, '')
  return [base + address, base + encodeURI(address)]
}

function imagesOf(hidden: readonly Post[], shown: readonly Post[], root: string, { bodyOf }: Opened) {
  const ofPosts = (posts: readonly Post[]) =>
    posts.flatMap((post) => {
      const snippets = Object.values(post.snippets).flat()
      const inBody = collectLinks(bodyOf(post)).filter(({ kind }) => kind === 'image')
      const used = [
        post.cover?.src,
        ...snippets.map(({ image }) => image?.src),
        ...inBody.map(({ url }) => url),
      ]
      return used.flatMap((src) => {
        const path = src && pathFrom(post.file, src)
        return path && existsSync(join(root, path)) ? [{ post, src, path: join(root, path) }] : []
      })
    })
  const found = new Map(ofPosts(hidden).map((image) => [digest(readFileSync(image.path)), image]))
  if (found.size > 0) for (const { path } of ofPosts(shown)) found.delete(digest(readFileSync(path)))
  return found
}

/** Tags that stand within a sentence; any other tag ends it. */
const inlineTag =
  /<\/?(?:a|abbr|b|button|cite|code|del|dfn|em|i|ins|kbd|mark|q|small|span|strong|sub|sup|time)\b[^>]*>/gi

/** A page's text without its tags, and each attribute by itself. */
function passagesOf(text: string): string[] {
  const plain = text.replace(/&(?:#(\d{1,6})|#x([\da-f]{1,5})|[a-z]+);/gi, (_, decimal, hex) =>
    decimal || hex ? String.fromCodePoint(Number(decimal ?? `0x${hex}`)) : ' ',
  )
  return [
    plain.replace(inlineTag, ' ').replace(/<[^>]*>/g, '.'),
    ...[...plain.matchAll(/="([^"]*)"/g)].map((match) => match[1] as string),
  ]
}

/** A file's text, decompressed where it is; undefined for pictures and other binary files. */
function textOf(bytes: Buffer): string | undefined {
  const isCompressed = bytes[0] === 0x1f && bytes[1] === 0x8b
  if (isCompressed) return gunzipSync(bytes).toString('utf8')
  return bytes.subarray(0, 1024).includes(0) ? undefined : bytes.toString('utf8')
}

function stringsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value]
  return value && typeof value === 'object' ? Object.values(value).flatMap(stringsIn) : []
}

function digest(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}
