import { reservedSlugs } from './addresses.ts'
import type { Read } from './problem.ts'

/** File systems hold no longer names, in bytes. */
const longest = 255

/**
 * Reads a path that once led to a post: `/2019/03/why-tea/`, `/2019/03/why-tea.html`, as people see it, below the site's address.
 * Hosts take `:` and `*` for patterns, and no file can be at `..`.
 */
export function readFormerPath(written: string): Read<string> {
  const refuse = (problem: string, mend: string) => ({ problem: `\`${written}\` ${problem}`, mend })
  if (!/^\/[^/]/.test(written))
    return refuse('is no path of this site', 'begin it with `/`, as in `/2019/03/why-tea/`')
  const parts = written.slice(1).replace(/\/$/, '').split('/')
  if (parts.some((part) => part === '' || part === '.' || part === '..'))
    return refuse('leads nowhere', 'write the path that readers had, as in `/2019/03/why-tea/`')
  if (/[\p{Cc}\s?#*:\\"<>|%]/u.test(written))
    return refuse(
      'holds a sign that paths cannot have here',
      'leave out spaces, `?`, `#`, `*`, `:`, `%` and quotes',
    )
  if (parts.some((part) => new TextEncoder().encode(part).length > longest))
    return refuse('has a part that is too long', `a part may have ${longest} bytes`)
  if (parts.slice(0, -1).some((part) => /\.html?$/i.test(part)))
    return refuse('goes on behind a page', 'write the path that readers had')
  return written
}

/** A path by which addresses are compared: hosts lead `/a` to `/a/`. */
export function plainPath(path: string): string {
  return path.replace(/(?<=.)\/$/, '')
}

/** Whether a path is that of a page or file of the site itself, whatever posts there are. */
export function isSitePath(path: string): boolean {
  const parts = plainPath(path)
    .slice(1)
    .replace(/\.html$/, '')
    .split('/')
  const [first = '', second] = parts
  if (['_astro', 'm', 'og', 'pagefind', 'rules'].includes(first)) return true
  if (second === undefined)
    return reservedSlugs.has(first) || /^(_|feed\.|sitemap|robots\.txt|llms\.txt|index$)/.test(first)
  return parts.length === 2 && ['topics', 'series', 'authors'].includes(first)
}
