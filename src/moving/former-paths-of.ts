import { isSitePath, plainPath, readFormerPath } from '../calendar/former-path.ts'
import { isProblem } from '../calendar/problem.ts'
import type { Dropped } from './foreign-post.ts'

/**
 * The paths of a post on the old site that lead to it here, and those that cannot.
 * @param base the path of the new site below its host, `/blog` or nothing
 * @param own the post's path here
 * @param taken paths that lead to something else, as `plainPath` writes them; those of this post are added
 */
export function formerPathsOf(
  addresses: readonly string[],
  base: string,
  own: string,
  taken: Set<string>,
): { paths: string[]; dropped: Dropped[] } {
  const paths: string[] = []
  const dropped: Dropped[] = []
  for (const address of addresses) {
    const drop = (why: string) => dropped.push({ what: `the old address \`${address}\``, why })
    if (base !== '' && !address.startsWith(`${base}/`)) {
      drop(`it is not below \`${base}/\`, where this site is`)
      continue
    }
    const path = address.slice(base.length)
    const key = plainPath(path)
    if (key === plainPath(own) || key === `${plainPath(own)}/index.html`) continue
    const read = readFormerPath(path)
    if (path === '/' || isSitePath(path)) drop('a page of the site itself is there')
    else if (isProblem(read)) drop(read.problem.replace(/^`[^`]*` /, 'it '))
    else if (taken.has(key)) drop('it leads to another post')
    else {
      taken.add(key)
      paths.push(path)
    }
  }
  return { paths, dropped }
}
