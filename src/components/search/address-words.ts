/**
 * The words of an address: `/how-offten-post.html` → `how offten post`. Numbers and file endings are none.
 * @param base path of the site: `/docs/`
 */
export function addressWords(pathname: string, base: string): string {
  const path = readable(pathname.startsWith(base) ? pathname.slice(base.length) : pathname)
  return path
    .replace(/\.[a-z]{2,5}\/?$/i, '')
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => /\p{L}/u.test(word))
    .join(' ')
    .slice(0, 120)
}

function readable(path: string): string {
  try {
    return decodeURIComponent(path)
  } catch {
    return path
  }
}
