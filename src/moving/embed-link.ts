/** Where what a blog embeds can be seen, by the names that shortcodes and tags have for it. */
const places: Readonly<Record<string, (words: readonly string[]) => string | undefined>> = {
  youtube: ([id]) => idIn(id, (id) => `https://www.youtube.com/watch?v=${id}`),
  vimeo: ([id]) => idIn(id, (id) => `https://vimeo.com/${id}`),
  gist: ([first, second]) =>
    second === undefined || !/^[\da-f]+$/i.test(second)
      ? idIn(first, (id) => `https://gist.github.com/${id}`)
      : idIn(`${first}/${second}`, (id) => `https://gist.github.com/${id}`),
  tweet: tweet,
  twitter: tweet,
  x: tweet,
  instagram: ([id]) => idIn(id, (id) => `https://www.instagram.com/p/${id}/`),
  codepen: ([id]) => idIn(id, (id) => `https://codepen.io/${id}`),
}

/** A plain link in Markdown to what is embedded; undefined where that is not known. */
export function embedLink(name: string, words: readonly string[]): string | undefined {
  const place = Object.hasOwn(places, name.toLowerCase()) ? places[name.toLowerCase()] : undefined
  const url = place?.(words)
  return url && `[${url.replace(/^https:\/\/(www\.)?/, '').replace(/[_*]/g, '\\$&')}](${url})`
}

function tweet([first, second]: readonly string[]): string | undefined {
  return second === undefined
    ? idIn(first, (id) => `https://x.com/i/status/${id}`)
    : idIn(`${first}/status/${second}`, (id) => `https://x.com/${id}`)
}

function idIn(written: string | undefined, place: (id: string) => string): string | undefined {
  const id = /^https?:/.test(written ?? '') ? undefined : written
  if (id === undefined) return /^https?:\/\/[^\s()<>]+$/.test(written ?? '') ? written : undefined
  return /^[\w/-]+$/.test(id) ? place(id) : undefined
}
