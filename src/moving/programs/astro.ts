import type { Fault } from '../../calendar/fault.ts'
import { slugOf } from '../../calendar/field.ts'
import { lastPart, sitePath } from '../address-words.ts'
import { codeWord } from '../code-words.ts'
import { commonFields, readForeignFile } from '../foreign-fields.ts'
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
import type { OpenProgram, Program } from './program.ts'

const settingsFile = /^astro\.config\.(mjs|ts|js|mts|cjs)$/
const blogs = /^(blog|blogs|posts?|articles?|news|writing|essays?|notes|journal)$/i

export const astro: Program = {
  title: 'Astro',
  recognizes: ({ files }) =>
    [...files].some(
      (file) => settingsFile.test(file) || /^src\/content\/config\.ts$|^src\/content\.config\.ts$/.test(file),
    ),
  open,
}

function open(folder: ForeignFolder): OpenProgram {
  const config = [...folder.files].find((file) => settingsFile.test(file))
  const code = config && folder.read(config)
  const settings = typeof code === 'string' ? code : undefined
  const site = codeWord(settings, 'site')
  const base = (codeWord(settings, 'base') ?? '').replace(/\/$/, '').replace(/^\/?(?=.)/, '/')
  const endsInSlash = codeWord(settings, 'trailingSlash') !== 'never'
  const zone = undefined
  const facts = {
    lang: codeWord(settings, 'defaultLocale'),
    address: site && /^https?:/.test(site) ? site.replace(/\/$/, '') + base : undefined,
  }

  const postOf = (file: string, text: string): ForeignPost | Fault => {
    const read = readForeignFile(file, text)
    if ('what' in read) return read
    const { fields, body } = read
    const common = commonFields(read, zone)
    const [, collection, below] = /^src\/(?:content|data)\/([^/]+)\/(.+)$/.exec(file) ?? []
    const id = withoutEnding(below ?? file.replace(/^src\/(pages|content|data)\//, ''))
    const own = lastPart(`/${id}`)
    const name = dateInName(own)
    const published = common.published ?? (name && { local: name.day })
    // Ids are made of paths as headings' are; pages keep theirs.
    const route = collection === undefined ? id : (fields.text('slug') ?? id.split('/').map(slugOf).join('/'))
    const start = collection === undefined ? '' : routeOf(folder, collection)
    const address =
      start === undefined ? undefined : sitePath(base, start, `${route}${endsInSlash ? '/' : ''}`)
    const isBlog =
      collection === undefined
        ? blogs.test(id.split('/')[0] ?? '') && id.includes('/')
        : blogs.test(collection)
    fields.raw('layout')
    return {
      file,
      kind: isBlog || (collection !== undefined && published !== undefined) ? 'post' : 'page',
      state: fields.isTrue('draft', 'isDraft') || fields.isFalse('published') ? 'draft' : 'published',
      ...common,
      ...(published && { published }),
      slug: lastPart(`/${route}`) || own,
      addresses: [address, ...fields.list(['aliases', 'redirect_from']).map((each) => sitePath(each))].filter(
        (each) => each !== undefined,
      ),
      body,
      dropped: fields.left(),
    }
  }
  const files = ['src/content', 'src/data', 'src/pages'].flatMap((root) =>
    // Names that begin with `_` are left out by Astro too.
    filesIn(folder, root, markdownEndings).filter((file) => !/\/_/.test(file)),
  )
  return {
    site: Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== undefined)),
    authors: {},
    files,
    postOf,
    placesOf(file, reference) {
      const own = reference.replace(/^[@~]\//, '/src/')
      const roots = own.startsWith('/') ? ['public', ''] : [folderOf(file), 'src', 'public']
      const below = base && own.startsWith(`${base}/`) ? own.slice(base.length) : own
      return roots.map((root) => joinPath(root, below)).filter((path) => path !== undefined)
    },
    faults: typeof code === 'object' ? [code] : [],
    dropped:
      config === undefined ? [] : [`\`${config}\` is code: only \`site\` and \`base\` were read of it`],
  }
}

/** Where the pages of a collection stand, as far as the files under `src/pages` show it; undefined where they do not. */
function routeOf({ files }: ForeignFolder, collection: string): string | undefined {
  const routes = [...files].flatMap(
    (file) =>
      /^src\/pages\/(?:(.*)\/)?\[(?:\.\.\.)?\w+\]\.astro$/
        .exec(file)
        ?.slice(1, 2)
        .map((each) => each ?? '') ?? [],
  )
  if (routes.includes(collection)) return collection
  const named = routes.filter((route) => blogs.test(lastPart(`/${route}`)))
  if (named.length === 1) return named[0]
  return routes.length === 1 ? routes[0] : undefined
}

function withoutEnding(path: string): string {
  const folder = folderOf(path)
  const stem = stemOf(path)
  return stem === 'index' && folder !== '' ? folder : folder === '' ? stem : `${folder}/${stem}`
}
