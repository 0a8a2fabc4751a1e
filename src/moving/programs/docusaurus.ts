import type { Fault } from '../../calendar/fault.ts'
import { lastPart, sitePath } from '../address-words.ts'
import { codeGroup, codeWord } from '../code-words.ts'
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
import { dateInName } from '../foreign-time.ts'
import { plainAdmonitions } from '../plain-admonitions.ts'
import { authorsOf } from '../site-authors.ts'
import type { OpenProgram, Program } from './program.ts'

const settingsFile = /^docusaurus\.config\.(js|ts|mjs|cjs|mts)$/

export const docusaurus: Program = {
  title: 'Docusaurus',
  recognizes: ({ files }) => [...files].some((file) => settingsFile.test(file)),
  open,
}

function open(folder: ForeignFolder): OpenProgram {
  const config = [...folder.files].find((file) => settingsFile.test(file))
  const code = config && folder.read(config)
  const settings = typeof code === 'string' ? code : undefined
  const blog = codeGroup(settings, 'blog')
  const root = joinPath('', codeWord(blog, 'path') ?? 'blog') ?? 'blog'
  const route = codeWord(blog, 'routeBasePath') ?? 'blog'
  const base = (codeWord(settings, 'baseUrl') ?? '/').replace(/\/$/, '')
  const url = codeWord(settings, 'url')
  const main = languageOf(codeWord(settings, 'defaultLocale'))
  const facts = {
    title: codeWord(settings, 'title'),
    about: codeWord(settings, 'tagline'),
    lang: main,
    address: url && /^https?:/.test(url) ? url.replace(/\/$/, '') + base : undefined,
  }
  const endsInSlash = /(^|[^\w.])trailingSlash\s*:\s*true/.test(settings ?? '')

  const postOf = (file: string, text: string): ForeignPost | Fault => {
    const read = readForeignFile(file, text)
    if ('what' in read) return read
    const { fields, body } = read
    const common = commonFields(read, undefined)
    const { below, lang, isPost } = placeOf(file, root)
    const name = nameOf(below)
    const published = common.published ?? (name.day === undefined ? undefined : { local: name.day })
    const slug = fields.text('slug')
    const path =
      slug ?? (name.day === undefined ? name.rest : `${name.day.replaceAll('-', '/')}/${name.rest}`)
    const prefix = [
      base,
      lang === undefined || lang === main ? '' : lang,
      isPost ? route : below.startsWith('docs/') ? 'docs' : '',
    ]
    const address = sitePath(
      ...prefix,
      isPost ? `${path}${endsInSlash ? '/' : ''}` : withoutEnding(below.replace(/^(docs|src\/pages)\//, '')),
    )
    const tags = [fields.raw('tags')].flat().flatMap((tag) => textOf(tag) ?? textOf(groupOf(tag).label) ?? [])
    const legacy = fields.text('author')
    for (const field of ['author_title', 'author_url', 'author_image_url', 'hide_table_of_contents', 'id'])
      fields.raw(field)
    const changed = groupOf(fields.raw('last_update'))
    const updated = textOf(changed.date)
    return {
      file,
      kind: isPost ? 'post' : 'page',
      state: fields.isTrue('draft') ? 'draft' : fields.isTrue('unlisted') ? 'private' : 'published',
      ...common,
      ...(published && { published }),
      ...(legacy !== undefined && { author: legacy }),
      ...(updated !== undefined &&
        /^\d{4}-\d\d-\d\d/.test(updated) && { updated: { local: updated.slice(0, 10) } }),
      ...(lang !== undefined && lang !== main && !common.lang && { lang }),
      slug: lastPart(`/${path}`) || name.rest,
      addresses: address === undefined ? [] : [address],
      tags: tags.length > 0 ? [...new Set(tags)] : common.tags,
      body: { ...body, syntax: 'mdx' },
      dropped: fields.left(),
    }
  }
  const files = [root, 'docs', 'src/pages', 'i18n']
    .flatMap((each) => filesIn(folder, each, markdownEndings))
    .filter((file) => !/(^|\/)_[^/]*$/.test(file))
    .filter((file) => !file.startsWith('i18n/') || file.includes('/docusaurus-plugin-content-blog/'))
  return {
    site: Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== undefined)),
    authors: authorsOf(folder, [`${root}/authors.yml`, `${root}/authors.yaml`]),
    files,
    postOf,
    placesOf(file, reference) {
      const below = reference.replace(/^@site\//, '/')
      const own = base && below.startsWith(`${base}/`) ? below.slice(base.length) : below
      const roots = own.startsWith('/') ? ['static', ''] : [folderOf(file), root, 'static']
      return roots.map((each) => joinPath(each, own)).filter((path) => path !== undefined)
    },
    prepare: (post) => plainAdmonitions(post.body.text),
    faults: typeof code === 'object' ? [code] : [],
    dropped: config === undefined ? [] : [`\`${config}\` is code: only its plain words were read`],
  }
}

/** Where a file stands below its blog, and its language. */
function placeOf(file: string, root: string): { below: string; lang?: string; isPost: boolean } {
  const [, lang, translated] = /^i18n\/([^/]+)\/docusaurus-plugin-content-blog\/(.+)$/.exec(file) ?? []
  if (lang !== undefined && translated !== undefined) return { below: translated, lang, isPost: true }
  return file.startsWith(`${root}/`)
    ? { below: file.slice(root.length + 1), isPost: true }
    : { below: file, isPost: false }
}

/** The day of a post's path, `2019-03-04-why.md`, `2019-03-04-why/index.md`, `2019/03/04/why.md`, and what follows it. */
function nameOf(below: string): { day?: string; rest: string } {
  const path = withoutEnding(below)
  const [, folder = '', year, month, day, rest] =
    /^(?:(.*)\/)?(\d{4})[-/](\d{1,2})[-/](\d{1,2})[-/]?(.*)$/.exec(path) ?? []
  const found = year !== undefined ? dateInName(`${year}-${month}-${day}`) : undefined
  if (!found) return { rest: path }
  return { day: found.day, rest: [folder, rest].filter((part) => part).join('/') }
}

function withoutEnding(path: string): string {
  const folder = folderOf(path)
  const stem = stemOf(path)
  return stem === 'index' ? folder : folder === '' ? stem : `${folder}/${stem}`
}
