import { timingSafeEqual } from 'node:crypto'
import type { IncomingMessage } from 'node:http'
import { isFromHere } from '../board/is-from-here.ts'

/** Signs that somebody else's server passed a request on. */
const passedOn = ['forwarded', 'via', 'x-forwarded-for', 'x-forwarded-host', 'x-real-ip']

/**
 * Why a request may not change anything; undefined where it may. It has to come from this machine, over an address of
 * this machine, from a page that this very server showed, with the token that stands in that page.
 */
export function whyShut(
  request: Pick<IncomingMessage, 'socket' | 'headers' | 'method'>,
  token: string,
): string | undefined {
  const { headers, method } = request
  if (!isFromHere(request) || passedOn.some((name) => headers[name] !== undefined))
    return 'Content is changed on the machine that it lies on, and nowhere else.'
  if (method !== 'POST') return 'Content is changed by POST only.'
  const site = headers['sec-fetch-site']
  if (headers.origin !== `http://${headers.host}` || (site !== undefined && site !== 'same-origin'))
    return 'This was not asked by a page of the board.'
  if (!/^application\/json(;|$)/.test(headers['content-type'] ?? '')) return 'What is asked has to be JSON.'
  const given = Buffer.from(String(headers['x-coldread-token'] ?? ''))
  const wanted = Buffer.from(token)
  if (given.length !== wanted.length || !timingSafeEqual(given, wanted))
    return 'The page is older than the server: load it again.'
  return undefined
}
