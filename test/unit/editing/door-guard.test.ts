import type { IncomingHttpHeaders } from 'node:http'
import { expect, it } from 'vitest'
import { whyShut } from '../../../plugins/editing/door-guard.ts'

const token = 'a-token-of-this-server'
const honest = {
  host: 'localhost:4321',
  origin: 'http://localhost:4321',
  'sec-fetch-site': 'same-origin',
  'content-type': 'application/json',
  'x-coldread-token': token,
}
const knock = (headers: IncomingHttpHeaders, remoteAddress = '127.0.0.1', method = 'POST') =>
  whyShut({ headers, method, socket: { remoteAddress } as never }, token)

it.each<[string, IncomingHttpHeaders, string?]>([
  ['by name', honest],
  ['by address', { ...honest, host: '127.0.0.1:4321', origin: 'http://127.0.0.1:4321' }],
  ['over IPv6', { ...honest, host: '[::1]:4321', origin: 'http://[::1]:4321' }, '::1'],
  ['over IPv4 in IPv6', honest, '::ffff:127.0.0.1'],
  ['from a browser that does not say where a request comes from', { ...honest, 'sec-fetch-site': undefined }],
  ['with a charset', { ...honest, 'content-type': 'application/json; charset=utf-8' }],
])('opens to a page of its own, %s', (_, headers, address) => {
  expect(knock(headers, address)).toBeUndefined()
})

const elsewhere = 'Content is changed on the machine that it lies on, and nowhere else.'
const stranger = 'This was not asked by a page of the board.'
const notJson = 'What is asked has to be JSON.'
const old = 'The page is older than the server: load it again.'

it.each<[string, IncomingHttpHeaders, string, string?, string?]>([
  ['another machine', honest, elsewhere, '192.168.1.7'],
  ['no address at all', honest, elsewhere, ''],
  ['a name that leads here', { ...honest, host: 'evil.example', origin: 'http://evil.example' }, elsewhere],
  ['a name that begins like ours', { ...honest, host: 'localhost.evil.example:4321' }, elsewhere],
  ['an address that only looks like ours', { ...honest, host: '127.0.0.1.evil.example' }, elsewhere],
  ['no name', { ...honest, host: undefined }, elsewhere],
  ['a tunnel', { ...honest, 'x-forwarded-for': '203.0.113.7' }, elsewhere],
  ['a proxy', { ...honest, forwarded: 'for=203.0.113.7' }, elsewhere],
  ['an address that is looked at', honest, 'Content is changed by POST only.', '127.0.0.1', 'GET'],
  ['another site', { ...honest, origin: 'https://evil.example' }, stranger],
  ['another port', { ...honest, origin: 'http://localhost:3000' }, stranger],
  ['another scheme', { ...honest, origin: 'https://localhost:4321' }, stranger],
  ['a page in a closed frame', { ...honest, origin: 'null' }, stranger],
  ['nobody', { ...honest, origin: undefined }, stranger],
  ['a form of another site', { ...honest, 'sec-fetch-site': 'cross-site' }, stranger],
  ['a neighbor', { ...honest, 'sec-fetch-site': 'same-site' }, stranger],
  ['a form', { ...honest, 'content-type': 'application/x-www-form-urlencoded' }, notJson],
  ['a form that sends text', { ...honest, 'content-type': 'text/plain' }, notJson],
  ['a body of no kind', { ...honest, 'content-type': undefined }, notJson],
  ['a page without the token', { ...honest, 'x-coldread-token': undefined }, old],
  ['a page with another token', { ...honest, 'x-coldread-token': token.replace('a', 'b') }, old],
  ['a page with half a token', { ...honest, 'x-coldread-token': token.slice(0, 8) }, old],
])('stays shut to %s', (_, headers, reason, address, method) => {
  expect(knock(headers, address, method)).toBe(reason)
})
