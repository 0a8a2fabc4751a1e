import { reservedSlugs } from './addresses.ts'
import type { Fault } from './fault.ts'
import { slugOf, slugPattern } from './field.ts'

/** A post's slug: its file's name, or its folder's where the file is `index.mdx`. */
export function slugOfFile(file: string): string {
  const parts = file.replace(/\.mdx$/, '').split('/')
  const name = parts.at(-1) as string
  return (name === 'index' && parts.length > 3 ? (parts.at(-2) as string) : name).normalize('NFC')
}

/** Faults of a slug in itself. */
export function checkSlug(file: string, slug: string): Fault[] {
  const fault = (what: string, mend: string) => [{ file, line: 1, column: 1, what, mend }]
  if (!slugPattern.test(slug)) {
    const better = slugOf(slug)
    return fault(
      `\`${slug}\` cannot stand in an address`,
      better ? `rename the file to \`${better}.mdx\`` : 'name the file with letters, digits and hyphens',
    )
  }
  if (reservedSlugs.has(slug))
    return fault(
      `\`/${slug}/\` is a page of the site itself`,
      `rename the file, for example to \`${slug}-guide.mdx\``,
    )
  return []
}
