import type { Fault } from '../../calendar/fault.ts'
import { dateWords, lastPart } from '../address-words.ts'
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
import { plainShortcodes } from '../plain-shortcodes.ts'
import { readSettings } from '../read-settings.ts'
import { authorsOf } from '../site-authors.ts'
import type { OpenProgram, Program } from './program.ts'

const kinds = ['toml', 'yaml', 'yml', 'json']
/** In the order in which they count. */
const names = ['config', 'hugo', 'config/_default/config', 'config/_default/hugo']
const settingsFiles = names.flatMap((name) => kinds.map((kind) => `${name}.${kind}`))

export const hugo: Program = {
  title: 'Hugo',
  recognizes: ({ files }) =>
    settingsFiles.some((file) => files.has(file)) ||
    (files.has('archetypes/default.md') && [...files].some((file) => file.startsWith('content/'))),
  open,
}

function open(folder: ForeignFolder): OpenProgram {
  const { config, faults } = settingsOf(folder)
  const params = groupOf(config.params)
  const zone = textOf(config.timezone)
  const languages = groupOf(config.languages)
  const main = textOf(config.defaultcontentlanguage) ?? 'en'
  const ownLanguage = groupOf(languages[main])
  const content =
    joinPath('', textOf(config.contentdir) ?? textOf(lower(ownLanguage).contentdir) ?? 'content') ?? 'content'
  const statics = [config.staticdir ?? 'static'].flat().flatMap((each) => textOf(each) ?? [])
  const home = (textOf(config.baseurl) ?? '').replace(/\/$/, '')
  const base = URL.parse(home)?.pathname.replace(/\/$/, '') ?? ''
  const files = filesIn(folder, content, [...markdownEndings, 'html']).filter(
    (file) => !/^_index\b/.test(stemOf(file)),
  )
  const patterns = permalinksOf(config)
  const sections = mainSections(config, params, files, content)
  const facts = {
    title: textOf(lower(ownLanguage).title) ?? textOf(config.title),
    about: textOf(params.description) ?? textOf(params.subtitle),
    zone,
    lang: languageOf(
      textOf(lower(ownLanguage).languagecode) ??
        textOf(config.locale) ??
        textOf(config.languagecode) ??
        textOf(config.defaultcontentlanguage),
    ),
    address: /^https?:/.test(home) ? home : undefined,
    author:
      textOf(params.author) ?? textOf(groupOf(params.author).name) ?? textOf(groupOf(config.author).name),
  }

  const postOf = (file: string, text: string): ForeignPost | Fault => {
    const read = readForeignFile(file, text)
    if ('what' in read) return read
    const { fields, body } = read
    const common = commonFields(read, zone)
    const { stem, language } = ownName(file, Object.keys(languages))
    const isBundle = stem === 'index'
    const folders = folderOf(file)
      .slice(content.length)
      .split('/')
      .filter((part) => part !== '')
    const own = isBundle ? (folders.pop() ?? 'index') : stem
    const name = dateInName(own)
    const published = common.published ?? (name && { local: name.day, ...(zone && { zone }) })
    const slug = fields.text('slug')
    const section = folders[0] ?? ''
    const pattern = patterns[section]
    const words = {
      ...dateWords(published, zone),
      section,
      sections: folders.join('/'),
      title: urlize(common.title ?? own),
      slug: slug ?? urlize(common.title ?? own),
      slugorfilename: slug ?? own,
      slugorcontentbasename: slug ?? own,
      filename: stem,
      contentbasename: own,
    }
    const prefix =
      language !== undefined && (language !== main || config.defaultcontentlanguageinsubdir === true)
        ? `/${language}`
        : ''
    const byPlace = `${prefix}/${pattern ? fill(pattern, words, folders) : [...folders, slug ?? own].join('/')}/`
    const url = fields.text('url')
    const lowered = config.disablepathtolower === true ? byPlace : byPlace.toLowerCase()
    const address =
      url ?? (config.uglyurls === true ? lowered.replace(/\/$/, '.html') : lowered).replace(/ /g, '-')
    const above = lowered.replace(/[^/]+\/$/, '')
    const aliases = fields.list(['aliases']).map((alias) => (alias.startsWith('/') ? alias : above + alias))
    const isMain = sections.has(section) || (folders.length > 0 && published !== undefined)
    const cover = common.cover ?? (isBundle ? coverIn(folder, folderOf(file)) : undefined)
    fields.raw('type')
    const lang =
      common.lang ?? (language === undefined || language === main ? undefined : languageOf(language))
    return {
      file,
      kind: isMain ? 'post' : 'page',
      state: fields.isTrue('draft') ? 'draft' : 'published',
      ...common,
      ...(published && { published }),
      ...(cover && { cover }),
      ...(lang && { lang }),
      slug: lastPart(address) || own,
      addresses: addressesOf(fields, base, [address, ...aliases]),
      tags: [...new Set([...common.tags, ...fields.list(['series'])])],
      body,
      dropped: fields.left(),
    }
  }
  return {
    site: Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== undefined)),
    authors: authorsOf(
      folder,
      kinds.map((kind) => `data/authors.${kind}`),
      params.author ?? groupOf(config.author).name,
    ),
    files,
    postOf,
    placesOf(file, reference) {
      const below = base && reference.startsWith(`${base}/`) ? reference.slice(base.length) : reference
      const roots = [...statics, 'assets', content]
      const places = below.startsWith('/')
        ? roots.map((root) => joinPath(root, below))
        : [folderOf(file), ...roots].map((root) => joinPath(root, below))
      return places.filter((path) => path !== undefined)
    },
    prepare: (post) => plainShortcodes(post.body.text),
    faults,
    dropped: [...folder.files].some(
      (file) => file.startsWith('layouts/shortcodes/') || file.startsWith('layouts/_shortcodes/'),
    )
      ? ['shortcodes of your own in `layouts/`: their names stay visible in posts']
      : [],
  }
}

/** Hugo does not care about the case of names. */
function lower(group: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const lowered: Record<string, unknown> = Object.create(null)
  for (const [key, value] of Object.entries(group)) lowered[key.toLowerCase()] = value
  return lowered
}

function settingsOf(folder: ForeignFolder): { config: Readonly<Record<string, unknown>>; faults: Fault[] } {
  const { data, faults } = readSettings(folder, settingsFiles)
  const config = lower(data)
  for (const part of ['params', 'languages', 'permalinks']) {
    const read = readSettings(
      folder,
      kinds.map((kind) => `config/_default/${part}.${kind}`),
    )
    faults.push(...read.faults)
    if (Object.keys(read.data).length > 0) config[part] = read.data
  }
  return { config, faults }
}

/** Patterns by section; newer settings hold those of pages apart from those of sections. */
function permalinksOf(config: Readonly<Record<string, unknown>>): Record<string, string> {
  const written = groupOf(config.permalinks)
  const patterns: Record<string, string> = Object.create(null)
  for (const [section, pattern] of [...Object.entries(written), ...Object.entries(groupOf(written.page))])
    if (typeof pattern === 'string') patterns[section] = pattern
  return patterns
}

/** The sections that are the blog: as the settings say, else the one with most files. */
function mainSections(
  config: Readonly<Record<string, unknown>>,
  params: Readonly<Record<string, unknown>>,
  files: readonly string[],
  content: string,
): Set<string> {
  const said = [config.mainsections ?? params.mainSections ?? params.mainsections]
    .flat()
    .flatMap((each) => textOf(each) ?? [])
  if (said.length > 0) return new Set(said)
  const counts = new Map<string, number>()
  for (const file of files) {
    const [section, ...below] = file.slice(content.length + 1).split('/')
    if (section !== undefined && below.length > 0) counts.set(section, (counts.get(section) ?? 0) + 1)
  }
  const most = Math.max(...counts.values())
  return new Set([...counts].filter(([, count]) => count === most).map(([section]) => section))
}

/** `post.fr.md` is `post` in French. */
function ownName(file: string, languages: readonly string[]): { stem: string; language?: string } {
  const stem = stemOf(file)
  const [, plain, language] = /^(.*)\.([a-z]{2,3}(?:-[a-z]+)?)$/i.exec(stem) ?? []
  return plain !== undefined && language !== undefined && languages.includes(language)
    ? { stem: plain, language }
    : { stem }
}

function coverIn(folder: ForeignFolder, bundle: string): ForeignPost['cover'] {
  const found = filesIn(folder, bundle, ['avif', 'gif', 'jpg', 'jpeg', 'png', 'webp']).find(
    (file) => folderOf(file) === bundle && /^(featured?|cover|thumbnail)/i.test(stemOf(file)),
  )
  return found === undefined ? undefined : { src: found.slice(bundle.length + 1) }
}

function fill(pattern: string, words: Readonly<Record<string, string>>, folders: readonly string[]): string {
  return pattern
    .replace(/:sections\[(\d*)(:?)(\d*|last)\]/g, (_, from: string, isRange: string, to: string) => {
      const start = Number(from || 0)
      return folders
        .slice(start, isRange ? (to === '' || to === 'last' ? undefined : Number(to)) : start + 1)
        .join('/')
    })
    .replace(/:([a-z]+)/g, (all, name: string) =>
      Object.hasOwn(words, name) ? (words[name] as string) : all,
    )
    .replace(/^\/|\/$/g, '')
}

/** As Hugo makes addresses of words. */
function urlize(words: string): string {
  return words
    .trim()
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}\s._~-]/gu, '')
    .replace(/\s+/g, '-')
    .replace(/-{2,}/g, '-')
}
