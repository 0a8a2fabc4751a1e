/**
 * Words that this site uses, most used first; none where they cannot be fetched, since searching works without.
 * @param base path of the site: `/docs/`
 */
export async function knownWords(base: string): Promise<readonly string[]> {
  try {
    return await (await fetch(`${base}search-words.json`)).json()
  } catch {
    return []
  }
}
