/**
 * An address that leads to words on its page and highlights them (a text fragment); a browser that knows none goes to the place
 * that the address names.
 * @param passage words of the page, within one block; without, the address stays as it is
 */
export function withTextFragment(address: string, passage: string | undefined): string {
  if (!passage) return address
  const text = encodeURIComponent(passage).replaceAll('-', '%2D')
  return `${address}${address.includes('#') ? '' : '#'}:~:text=${text}`
}
