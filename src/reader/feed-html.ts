import { decodeReferences } from './text-of-html.ts'

/** Attributes that mean something on a page only. */
const onlyOnPages = /\s(?:class|srcset|sizes|loading|decoding|tabindex|data-[\w-]+)(?:="[^"]*")?/g

/**
 * Makes rendered HTML fit for a feed: every address in full, nothing that belongs to a page alone.
 * @param html as our own components render it: attributes in double quotes
 * @param page full address of the page that it stands on
 */
export function feedHtml(html: string, page: string): string {
  return html
    .replace(/<!--.*?-->/gs, '')
    .replace(/<[a-z](?:[^>"]|"[^"]*")*>/gi, (tag) =>
      tag
        .replace(onlyOnPages, '')
        .replace(/\s(href|src)="([^"]*)"/g, (_, name, address) => ` ${name}="${inFull(address, page)}"`),
    )
    .trim()
}

function inFull(address: string, page: string): string {
  const plain = decodeReferences(address)
  return (URL.parse(plain, page)?.href ?? plain).replaceAll('&', '&amp;').replaceAll('"', '&quot;')
}
