import type { Element } from 'hast'
import { make } from './parse-html.ts'

/** A link that shows where it leads, unless it has words of its own. */
export function linkTo(address: string, words?: string): Element {
  return make('a', [{ type: 'text', value: words?.trim() || address }], { href: address })
}

/** An address that may stand in a post; undefined where browsers would run it, or where it holds the thing itself. */
export function safeAddress(written: string): string | undefined {
  const address = written.replace(/\p{Cc}/gu, '').trim()
  const scheme = /^([^/?#:]*):/.exec(address)?.[1]?.toLowerCase()
  if (scheme !== undefined && !['http', 'https', 'mailto', 'tel'].includes(scheme)) return undefined
  return address.startsWith('//') ? `https:${address}` : address
}

/** The page that a person would open for what a frame shows; undefined where the frame shows no page of the web. */
export function pageOfFrame(source: string): string | undefined {
  const address = safeAddress(source)
  if (!address || !/^https?:/i.test(address) || !URL.canParse(address)) return undefined
  const { hostname, pathname } = new URL(address)
  const [, id] = /^\/(?:embed|video|v)\/([\w-]+)/.exec(pathname) ?? []
  if (id && /(^|\.)youtube(-nocookie)?\.com$/.test(hostname) && id !== 'videoseries')
    return `https://www.youtube.com/watch?v=${id}`
  if (id && hostname === 'player.vimeo.com') return `https://vimeo.com/${id}`
  return address
}

/** Whether a text is an address and nothing else. */
export function isAddress(text: string): boolean {
  return /^https?:\/\/[^\s<>"]+$/i.test(text)
}

/** Whether an address leads to a picture. */
export function isPicture(address: string): boolean {
  return /\.(avif|gif|jpe?g|png|svg|webp|bmp|tiff?)([?#]|$)/i.test(address)
}
