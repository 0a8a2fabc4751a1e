import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join, relative, sep } from 'node:path'
import { gunzipSync } from 'node:zlib'
import type { Post } from '../../src/calendar/post.ts'
import { pathFrom } from '../../src/calendar/sources.ts'
import type { RenderedBody } from '../../src/mdx/render-body.ts'
import type { Opened } from '../../src/open.ts'
import { rules } from '../lint/rules.ts'
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

/** What a post's body says and shows. */
type BodyWords = Pick<RenderedBody, 'text' | 'images'>
type BodyOf = (post: Post) => BodyWords

/** So many words in a row are taken for the same text, not for chance. */
const runLength = 8

/**
 * Looks through a built site for anything of a post that is not shown: its address, its images by content, any run of
 * eight words that stands in no public source. The gate keeps such posts out; this makes sure.
 * @param folder absolute path of the built site
 * @param root absolute path of the folder that holds `content/`
 * @param early images that are published before their post, as paths in the built site
 */
export function findLeaks(
  folder: string,
  root: string,
  opened: Opened,
  early: ReadonlySet<string> = new Set(),
): Leak[] {
  const { isShown } = opened
  const { posts } = opened.calendar
  const hidden = posts.filter((post) => !isShown(post))
  if (hidden.length === 0) return []
  const base = new URL(opened.calendar.plan.site.url).pathname.replace(/\/$/, '')
  const bodies = new Map<Post, BodyWords>()
  const bodyOf = (post: Post) =>
    bodies.getOrInsertComputed(post, () => {
      const { text, images } = opened.render(post)
      return { text, images }
    })
  const publicTexts = publicTextsOf(opened, posts.filter(isShown), bodyOf)
  const addresses = addressesOf(hidden, opened, publicTexts)
  const images = imagesOf(hidden, posts.filter(isShown), root, bodyOf)
  const runs = hiddenRuns(hidden, publicTexts, bodyOf)

  const leaks: Leak[] = []
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue
    const path = join(entry.parentPath, entry.name)
    const file = relative(folder, path).split(sep).join('/')
    const bytes = readFileSync(path)
    const report = (post: Post, trace: string) => leaks.push({ file, post: post.file, trace })

    const image = images.get(digest(bytes))
    if (image && !early.has(file)) report(image.post, `its image \`${image.src}\``)
    const text = textOf(bytes)
    if (text === undefined) continue
    const seen = new Set(hidden.filter((post) => isOldAddress(post, file)))
    for (const { post, pattern } of addresses)
      if (!seen.has(post) && pattern.test(`${base}/${file}\n${text}`))
        report(post, `its address \`${post.path}\``)
    for (const passage of passagesOf(text))
      for (const run of runsOf(passage)) {
        const post = runs.get(run)
        if (post && !seen.has(post)) report(post, `its words “${run}”`)
        if (post) seen.add(post)
      }
  }
  return leaks
}

/** Readers who know a retired post's address are led on from there. */
function isOldAddress({ state, path }: Post, file: string): boolean {
  return state === 'retired' && (file === '_redirects' || file === `${path.slice(1)}index.html`)
}

function publicTextsOf(
  { calendar: { plan, authors, glossary } }: Opened,
  shown: readonly Post[],
  bodyOf: BodyOf,
): string[] {
  return [
    ...shown.flatMap((post) => [...stringsIn(post), bodyOf(post).text]),
    ...stringsIn([plan, authors, glossary.filter(({ kind }) => kind !== 'internal')]),
    ...rules.flatMap((rule) => [rule.summary, rule.why, ruleText(rule)]),
  ]
}

function addressesOf(hidden: readonly Post[], { calendar }: Opened, publicTexts: readonly string[]) {
  const { origin, pathname } = new URL(calendar.plan.site.url)
  const writtenInPublic = publicTexts.join('\n')
  return hidden.flatMap((post) => {
    const address = RegExp.escape(`${pathname.replace(/\/$/, '')}${post.path.replace(/\/$/, '')}`)
    const encoded = RegExp.escape(encodeURI(post.path.replace(/\/$/, '')))
    const pattern = new RegExp(
      `(?:${RegExp.escape(origin)}|^|[^\\p{L}\\p{N}/._~:-])(?:${address}|${encoded})(?![\\p{L}\\p{N}_.~%-])`,
      'mu',
    )
    return pattern.test(writtenInPublic) ? [] : [{ post, pattern }]
  })
}

function imagesOf(hidden: readonly Post[], shown: readonly Post[], root: string, bodyOf: BodyOf) {
  const ofPosts = (posts: readonly Post[]) =>
    posts.flatMap((post) => {
      const snippets = Object.values(post.snippets).flat()
      const used = [post.cover?.src, ...snippets.map(({ image }) => image?.src), ...bodyOf(post).images]
      return used.flatMap((src) => {
        const path = src && pathFrom(post.file, src)
        return path ? [{ post, src, hash: digest(readFileSync(join(root, path))) }] : []
      })
    })
  const found = new Map(ofPosts(hidden).map((image) => [image.hash, image]))
  for (const { hash } of ofPosts(shown)) found.delete(hash)
  return found
}

function hiddenRuns(
  hidden: readonly Post[],
  publicTexts: readonly string[],
  bodyOf: BodyOf,
): Map<string, Post> {
  const runs = new Map<string, Post>()
  for (const post of hidden)
    for (const text of [...stringsIn({ ...post, source: undefined, origin: undefined }), bodyOf(post).text])
      for (const run of runsOf(text)) runs.set(run, post)
  for (const text of publicTexts) for (const run of runsOf(text)) runs.delete(run)
  return runs
}

/** Every run of words within a sentence, lower case. Across sentences, words meet by chance. */
function* runsOf(text: string): Generator<string> {
  for (const sentence of text.toLowerCase().split(/[.!?…·|:;—–]/)) {
    const words = sentence.match(/[\p{L}\p{N}]+/gu) ?? []
    for (let at = 0; at + runLength <= words.length; at++) yield words.slice(at, at + runLength).join(' ')
  }
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
