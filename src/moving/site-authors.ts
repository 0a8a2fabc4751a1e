import { groupOf, textOf } from './field-reader.ts'
import type { ForeignFolder } from './foreign-folder.ts'
import { readDataFile } from './read-settings.ts'
import type { ForeignAuthor } from './source.ts'

/**
 * Who may sign, from data files that list people by id, and from the settings' one author.
 * @param one a name, or a group with one
 */
export function authorsOf(
  folder: ForeignFolder,
  files: readonly string[],
  one?: unknown,
): Record<string, ForeignAuthor> {
  const authors: Record<string, ForeignAuthor> = Object.create(null)
  const single = authorOf(one)
  if (single) authors[single.name] = single
  for (const file of files) {
    if (!folder.files.has(file)) continue
    const read = readDataFile(folder, file)
    if ('fault' in read) continue
    for (const [id, value] of Object.entries(groupOf(read.value))) {
      const author = authorOf(value)
      if (author) authors[id] = author
    }
  }
  return authors
}

function authorOf(value: unknown): ForeignAuthor | undefined {
  const group = groupOf(value)
  const name = textOf(value) ?? textOf(group.name) ?? textOf(group.display_name)
  if (name === undefined) return undefined
  const bio = textOf(group.bio) ?? textOf(group.description) ?? textOf(group.title)
  const url = textOf(group.url) ?? textOf(group.web) ?? textOf(group.website)
  return { name, ...(bio && { bio }), ...(url && /^https?:\/\//.test(url) && { url }) }
}
