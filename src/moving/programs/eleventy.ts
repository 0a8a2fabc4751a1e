import type { Fault } from '../../calendar/fault.ts'
import { slugOf } from '../../calendar/field.ts'
import { lastPart, sitePath } from '../address-words.ts'
import { groupOf, textOf } from '../field-reader.ts'
import { commonFields, languageOf, readForeignFile } from '../foreign-fields.ts'
import {
  type ForeignFolder,
  filesIn,
  folderOf,
  joinPath,
  markdownEndings,
  stemOf,
} from '../foreign-folder.ts'
import type { ForeignPost } from '../foreign-post.ts'
import { dateInName, wallClockOf } from '../foreign-time.ts'
import { plainLiquid } from '../plain-liquid.ts'
import { readDataFile } from '../read-settings.ts'
import { authorsOf } from '../site-authors.ts'
import type { OpenProgram, Program } from './program.ts'

const settingsFile = /^(\.eleventy\.js|eleventy\.config\.(js|cjs|mjs|ts))$/
/** Tags that put a post on a list and say nothing of it. */
const lists = /^(posts?|all|nav|blog|articles?)$/i

export const eleventy: Program = {
  title: 'Eleventy',
  recognizes: ({ files }) =>
    [...files].some((file) => settingsFile.test(file) || /\.11tydata\.(js|json|cjs|mjs)$/.test(file)),
  open,
}

function open(folder: ForeignFolder): OpenProgram {
  const settings = [...folder.files].find((file) => settingsFile.test(file))
  const code = settings && folder.read(settings)
  const input = typeof code === 'string' ? inputOf(code) : undefined
  const root = joinPath('', input ?? '') ?? ''
  const faults: Fault[] = []
  const dropped = [...folder.files]
    .filter((file) => /\.11tydata\.(js|cjs|mjs)$/.test(file))
    .map((file) => `\`${file}\` is code, and was not run`)
  const site = ['metadata', 'site', 'meta']
    .map((name) => joinPath(root, `_data/${name}.json`) as string)
    .find((file) => folder.files.has(file))
  const read = site ? readDataFile(folder, site) : undefined
  if (read && 'fault' in read) faults.push(read.fault)
  const metadata = groupOf(read && 'value' in read ? read.value : undefined)
  const home = textOf(metadata.url)?.replace(/\/$/, '')
  const facts = {
    title: textOf(metadata.title) ?? textOf(metadata.name),
    about: textOf(metadata.description) ?? textOf(metadata.subtitle),
    lang: languageOf(textOf(metadata.language) ?? textOf(metadata.lang)),
    address: home && /^https?:/.test(home) ? home : undefined,
    author: textOf(metadata.author) ?? textOf(groupOf(metadata.author).name),
  }
  const kept = new Map<string, Record<string, unknown>>()
  const dataOf = (path: string): Record<string, unknown> =>
    kept.getOrInsertComputed(path, () => {
      const given: Record<string, unknown> = {}
      const name = path.slice(path.lastIndexOf('/') + 1)
      for (const file of [`${path}/${name}.json`, `${path}/${name}.11tydata.json`]) {
        if (!folder.files.has(file)) continue
        const read = readDataFile(folder, file)
        if ('fault' in read) faults.push(read.fault)
        else Object.assign(given, groupOf(read.value))
      }
      return given
    })
  /** What folders above a file, and a file beside it, say of it: the nearest counts most, tags add up. */
  const cascade = (file: string): Record<string, unknown> => {
    const folders = folderOf(file).split('/')
    const layers = folders.map((_, index) => dataOf(folders.slice(0, index + 1).join('/')))
    const beside = [`${folderOf(file)}/${stemOf(file)}`.replace(/^\//, '')].flatMap((path) => [
      `${path}.json`,
      `${path}.11tydata.json`,
    ])
    for (const name of beside) {
      const read = folder.files.has(name) ? readDataFile(folder, name) : undefined
      if (read && 'value' in read) layers.push(groupOf(read.value))
    }
    return Object.assign({}, ...layers)
  }

  const postOf = (file: string, text: string): ForeignPost | Fault => {
    const given = cascade(file)
    const read = readForeignFile(file, text, given)
    if ('what' in read) return read
    const { fields, body } = read
    const common = commonFields(read, undefined)
    const below = root === '' ? file : file.slice(root.length + 1)
    const { stem, slug, named } = namesOf(below)
    const published = common.published ?? (named && { local: named })
    const permalink = fields.raw('permalink')
    const words = {
      'page.fileslug': slug,
      'page.filepathstem': stem,
      title: common.title,
      slug: fields.text('slug'),
    }
    const at = published ? wallClockOf(published) : undefined
    const address =
      typeof permalink === 'string' ? fill(permalink, words, at) : `${stem.replace(/\/index$/, '')}/`
    const tags = [...fields.list(['tags']), ...[given.tags].flat().flatMap((each) => textOf(each) ?? [])]
    const isPost = tags.some((tag) => lists.test(tag)) || /(^|\/)(blog|posts?|articles?|notes)\//i.test(below)
    for (const name of [
      'layout',
      'eleventyNavigation',
      'eleventyExcludeFromCollections',
      'templateEngineOverride',
    ])
      fields.raw(name)
    const dropped = fields.left()
    if (typeof permalink === 'string' && address === undefined)
      dropped.push({
        what: `permalink: ${permalink}`,
        why: 'it would have to be run: its old address is not known',
      })
    return {
      file,
      kind: isPost || (named !== undefined && published !== undefined) ? 'post' : 'page',
      state:
        permalink === false || fields.isTrue('draft') || fields.isFalse('published') ? 'draft' : 'published',
      ...common,
      ...(published && { published }),
      slug: fields.text('slug') ?? (lastPart(address ?? '') || slug),
      addresses: [address, ...fields.list(['redirect_from', 'aliases'])].flatMap(
        (each) => sitePath(each ?? '..') ?? [],
      ),
      tags: [...new Set(tags)].filter((tag) => !lists.test(tag)),
      body,
      dropped,
    }
  }
  return {
    site: Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== undefined)),
    authors: authorsOf(folder, [], metadata.author),
    files: filesIn(folder, root, markdownEndings).filter(
      (file) =>
        !/(^|\/)(_[^/]*|node_modules)\//.test(file) &&
        !/^(readme|license|contributing|changelog)\b/i.test(file),
    ),
    postOf,
    placesOf: (file, reference) =>
      (reference.startsWith('/') ? [root, 'public', 'static', ''] : [folderOf(file), root])
        .map((start) => joinPath(start, reference))
        .filter((path) => path !== undefined),
    prepare: (post) => plainLiquid(post.body.text, { base: '', address: home ?? '' }),
    faults,
    dropped,
  }
}

function inputOf(code: string): string | undefined {
  return (
    /\binput\s*:\s*['"]([\w./-]+)['"]/.exec(code)?.[1] ??
    /setInputDirectory\(\s*['"]([\w./-]+)['"]/.exec(code)?.[1]
  )
}

/** Its `page.filePathStem` and `page.fileSlug`, both without the day that a name begins with. */
function namesOf(below: string): { stem: string; slug: string; named?: string } {
  const parts = [
    ...folderOf(below)
      .split('/')
      .filter((part) => part !== ''),
    stemOf(below),
  ]
  let named: string | undefined
  for (const [index, part] of parts.entries()) {
    const name = dateInName(part)
    if (!name) continue
    named = name.day
    if (index >= parts.length - 2) parts[index] = name.rest || part
  }
  const own = parts.at(-1) === 'index' ? (parts.at(-2) ?? '') : (parts.at(-1) as string)
  return { stem: `/${parts.join('/')}`, slug: own, ...(named !== undefined && { named }) }
}

/** A permalink whose words are names and a few plain filters; undefined for anything else. */
function fill(
  pattern: string,
  words: Readonly<Record<string, string | undefined>>,
  at: Temporal.PlainDateTime | undefined,
): string | undefined {
  let isKnown = true
  const filled = pattern.replace(/\{\{-?\s*(.*?)\s*-?\}\}/gs, (_, inner: string) => {
    const [name = '', ...filters] = inner.split('|').map((part) => part.trim())
    let word = words[name.toLowerCase()]
    if (name === 'page.date' && at && filters.length === 1) {
      const format = /^date:?\s*\(?\s*['"]([^'"]*)['"]\s*\)?$/.exec(filters.shift() ?? '')?.[1]
      const two = (number: number) => String(number).padStart(2, '0')
      const parts: Record<string, string> = { '%Y': String(at.year), '%m': two(at.month), '%d': two(at.day) }
      word = format?.replace(/%[a-z]/gi, (sign) => {
        if (parts[sign] === undefined) isKnown = false
        return parts[sign] ?? ''
      })
    }
    if (word !== undefined && filters.length === 1 && /^slug(ify)?$/.test(filters[0] as string))
      word = filters.pop() && slugOf(word)
    if (word === undefined || filters.length > 0) isKnown = false
    return word ?? ''
  })
  return isKnown && !/\{%/.test(filled) ? filled : undefined
}
