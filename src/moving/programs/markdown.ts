import type { Fault } from '../../calendar/fault.ts'
import { sitePath } from '../address-words.ts'
import { commonFields, readForeignFile } from '../foreign-fields.ts'
import { filesIn, folderOf, joinPath, markdownEndings, stemOf } from '../foreign-folder.ts'
import type { ForeignPost } from '../foreign-post.ts'
import { dateInName } from '../foreign-time.ts'
import type { Program } from './program.ts'

/** Any folder of Markdown or MDX, of whatever program: nothing is known of its addresses but what posts say. */
export const markdown: Program = {
  title: 'Markdown',
  recognizes: () => true,
  open: (folder) => ({
    site: {},
    authors: {},
    files: filesIn(folder, '', markdownEndings),
    postOf,
    placesOf: (file, reference) =>
      (reference.startsWith('/')
        ? ['', 'public', 'static'].map((root) => joinPath(root, reference))
        : [joinPath(folderOf(file), reference), joinPath('', reference)]
      ).filter((path) => path !== undefined),
    faults: [],
    dropped: [],
  }),
}

function postOf(file: string, text: string): ForeignPost | Fault {
  const read = readForeignFile(file, text)
  if ('what' in read) return read
  const { fields, body } = read
  const common = commonFields(read, undefined)
  const own = stemOf(file) === 'index' && folderOf(file) !== '' ? stemOf(`${folderOf(file)}.x`) : stemOf(file)
  const name = dateInName(own)
  const published = common.published ?? (name && { local: name.day })
  const isKnownPage = /^(readme|license|contributing|changelog|code_of_conduct|security)$/i.test(stemOf(file))
  return {
    file,
    kind: isKnownPage ? 'page' : 'post',
    state: fields.isTrue('draft') || fields.isFalse('published') ? 'draft' : 'published',
    ...common,
    ...(published && { published }),
    slug: fields.text('slug') ?? (name?.rest || own),
    addresses: fields
      .list(['permalink', 'url', 'aliases', 'redirect_from'])
      .flatMap((each) => sitePath(each) ?? []),
    body,
    dropped: fields.left(),
  }
}
