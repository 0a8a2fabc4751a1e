import type { Fault } from '../../calendar/fault.ts'
import { slugOf } from '../../calendar/field.ts'
import { dateWords, lastPart, sitePath } from '../address-words.ts'
import { groupOf, textOf } from '../field-reader.ts'
import { addressesOf, commonFields, languageOf, readForeignFile } from '../foreign-fields.ts'
import {
  type ForeignFolder,
  filesIn,
  folderOf,
  joinPath,
  markdownEndings,
  stemOf,
} from '../foreign-folder.ts'
import type { ForeignPost } from '../foreign-post.ts'
import { dateInName } from '../foreign-time.ts'
import { plainLiquid } from '../plain-liquid.ts'
import { readSettings } from '../read-settings.ts'
import { authorsOf } from '../site-authors.ts'
import type { OpenProgram, Program } from './program.ts'

const settingsFiles = ['_config.yml', '_config.yaml', '_config.toml']

/** Its named permalinks: https://jekyllrb.com/docs/permalinks/#built-in-formats */
const styles: Readonly<Record<string, string>> = {
  date: '/:categories/:year/:month/:day/:title:output_ext',
  pretty: '/:categories/:year/:month/:day/:title/',
  ordinal: '/:categories/:year/:y_day/:title:output_ext',
  weekdate: '/:categories/:year/W:week/:short_day/:title:output_ext',
  none: '/:categories/:title:output_ext',
}

export const jekyll: Program = {
  title: 'Jekyll',
  recognizes: ({ files }) =>
    settingsFiles.some((file) => files.has(file)) ||
    [...files].some((file) => /(^|\/)_posts\/\d{4}-\d/.test(file)),
  open,
}

function open(folder: ForeignFolder): OpenProgram {
  const { data: config, faults } = readSettings(folder, settingsFiles)
  const zone = textOf(config.timezone)
  const lang = languageOf(textOf(config.lang) ?? textOf(config.locale) ?? textOf(config.language))
  const base = (textOf(config.baseurl) ?? '').replace(/\/$/, '').replace(/^\/?(?=.)/, '/')
  const home = [textOf(config.url)?.replace(/\/$/, ''), base].join('')
  const source = joinPath('', textOf(config.source) ?? '') ?? ''
  const isIn = (file: string, name: string) => `/${file}`.includes(`/${name}/`)
  const files = filesIn(folder, source, [...markdownEndings, 'html']).filter((file) => {
    const below = source === '' ? file : file.slice(source.length + 1)
    if (isIn(below, '_posts') || isIn(below, '_drafts')) return true
    return (
      !/(^|\/)_|^(vendor|node_modules)\/|\.html$/.test(below) &&
      !/^(readme|license|contributing|changelog)\b/i.test(below)
    )
  })
  const collections = Object.keys(groupOf(config.collections)).filter((name) => name !== 'posts')
  const facts = {
    title: textOf(config.title),
    about: textOf(config.description) ?? textOf(config.tagline),
    zone,
    lang,
    address: /^https?:/.test(home) ? home : undefined,
    author: textOf(config.author) ?? textOf(groupOf(config.author).name),
  }

  const postOf = (file: string, text: string): ForeignPost | Fault => {
    const isPost = isIn(file, '_posts')
    const isDraft = isIn(file, '_drafts')
    const read = readForeignFile(file, text, defaultsOf(config, file, isPost || isDraft ? 'posts' : 'pages'))
    if ('what' in read) return read
    const { fields, body } = read
    const common = commonFields(read, zone)
    const name = dateInName(stemOf(file))
    const wanted = slugOf(fields.text('slug') ?? '')
    const slug = wanted || name?.rest || stemOf(file)
    const published =
      common.published ?? (name && isPost ? { local: name.day, ...(zone && { zone }) } : undefined)
    // Folders above `_posts` are categories, and so are words in one text.
    const above =
      isPost || isDraft
        ? folderOf(file.slice(source.length))
            .split('/')
            .filter((part) => part !== '' && !part.startsWith('_'))
        : []
    const named = [fields.list(['category']), fields.list(['categories'], /\s+/)].flat()
    const categories = [...new Set([...above, ...named])]
    const pattern =
      fields.text('permalink') ??
      (isPost || isDraft ? (textOf(config.permalink) ?? 'date') : '/:path/:basename:output_ext')
    const words = {
      ...dateWords(published, zone),
      title: slug,
      slug: slugOf(slug),
      name: slug,
      basename: stemOf(file) === 'index' ? '' : stemOf(file),
      path: folderOf(file).slice(source.length),
      categories: categories.map((each) => each.toLowerCase()).join('/'),
      slugified_categories: categories.map(slugOf).join('/'),
      output_ext: '.html',
      collection: 'posts',
    }
    const address = fill(styles[pattern] ?? pattern, words)
    const isKnown = published !== undefined || !isPost
    const addresses = addressesOf(fields, base, [
      isKnown ? address : undefined,
      ...fields.list(['redirect_from']),
    ])
    fields.raw('layout')
    return {
      file,
      kind: isPost || isDraft ? 'post' : 'page',
      state: isDraft || fields.isFalse('published') || fields.isTrue('draft') ? 'draft' : 'published',
      ...common,
      ...(published && { published }),
      slug: lastPart(sitePath(address ?? '') ?? '') || slug,
      addresses,
      categories,
      tags: [...new Set([...fields.list(['tags'], /\s+/), ...fields.list(['tag'])])],
      body,
      dropped: fields.left(),
    }
  }
  return {
    site: Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== undefined)),
    authors: authorsOf(
      folder,
      ['_data/authors.yml', '_data/authors.yaml', '_data/authors.json'],
      config.author,
    ),
    files,
    postOf,
    placesOf: (file, reference) => {
      const below = base && reference.startsWith(`${base}/`) ? reference.slice(base.length) : reference
      return below.startsWith('/')
        ? [joinPath(source, below)].filter((path) => path !== undefined)
        : [joinPath(folderOf(file), below), joinPath(source, below)].filter((path) => path !== undefined)
    },
    prepare: (post) => plainLiquid(post.body.text, { base, address: home }),
    faults,
    dropped: collections.map((name) => `the collection \`_${name}\`: only posts and pages are taken`),
  }
}

/** A permalink with its words filled in; undefined where a word is not known, as a post without a day has no year. */
function fill(pattern: string, words: Readonly<Record<string, string>>): string | undefined {
  let isWhole = true
  const filled = pattern.replace(/:([a-z]+(?:_[a-z]+)*)/g, (all, name: string) => {
    // Words may follow one another: `:title:output_ext`.
    const known = Object.hasOwn(words, name) ? words[name] : undefined
    if (known === undefined) isWhole = false
    return known ?? all
  })
  return isWhole ? filled : undefined
}

/** What the settings say of all files of a folder and a kind. */
function defaultsOf(
  config: Readonly<Record<string, unknown>>,
  file: string,
  type: string,
): Record<string, unknown> {
  const given: Record<string, unknown> = {}
  for (const each of Array.isArray(config.defaults) ? config.defaults : []) {
    const scope = groupOf(groupOf(each).scope)
    const path = (textOf(scope.path) ?? '').replace(/\/$/, '')
    const kind = textOf(scope.type)
    const isOfKind = kind === undefined || kind === type || kind.replace(/s?$/, 's') === type
    const isThere = path === '' || file === path || file.startsWith(`${path}/`)
    if (isOfKind && isThere) Object.assign(given, groupOf(groupOf(each).values))
  }
  return given
}
