/** What a body leads to and shows, once it stands here. */
export interface Leads {
  /** The address as posts have it; undefined where there is nothing here: the words stay, the link goes. */
  link(url: string): string | undefined
  /** The image as posts name it, `./why-tea/leaf.png`; undefined where it is not here. */
  image(url: string): string | undefined
  /** Where a picture that is not here can be looked at; undefined where that is not known. */
  instead(url: string): string | undefined
}

/** An address between the parentheses of Markdown. */
export function destination(url: string): string {
  return url.replace(/[\s()<>\\"]/g, (sign) =>
    sign === '(' ? '%28' : sign === ')' ? '%29' : encodeURIComponent(sign),
  )
}

/** Words of an image or a link, so that nothing in them is read as more. */
export function plainWords(words: string): string {
  return words.replace(/\s+/g, ' ').replace(/[[\]\\{<*_`]/g, '\\$&')
}

/** A picture as posts have it, in a sentence; where it is not here, a link to it, or its words alone. */
export function pictureText(
  url: string,
  alt: string,
  title: string | undefined,
  leads: Leads,
  isAlone = false,
): string {
  const src = leads.image(url)
  if (src === undefined) {
    const href = leads.instead(url)
    const words = plainWords(alt || title || decodedName(url))
    const said = href === undefined ? words : `[${words}](${destination(href)})`
    return title && alt && title !== alt ? `${said} (${plainWords(title)})` : said
  }
  if (title && isAlone)
    return `<Figure src=${attribute(src)} alt=${attribute(alt)} caption=${attribute(title)} />`
  const named = title ? ` "${title.replace(/\s+/g, ' ').replace(/["\\]/g, '\\$&')}"` : ''
  return `![${plainWords(alt)}](${destination(src)}${named})`
}

/** Words between the quotes of a tag. */
export function attribute(words: string): string {
  const line = words.replace(/\s+/g, ' ').trim()
  return line.includes('"') && !line.includes("'") ? `'${line}'` : `"${line.replace(/"/g, '”')}"`
}

function decodedName(url: string): string {
  const name =
    url
      .replace(/[?#].*$/s, '')
      .split('/')
      .at(-1) ?? ''
  try {
    return decodeURIComponent(name)
  } catch {
    return name
  }
}
