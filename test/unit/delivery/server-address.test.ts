import { expect, it } from 'vitest'
import { serverProblem } from '../../../src/delivery/server-address.ts'

it.each([
  ['https://mastodon.social', undefined],
  ['https://example.com/some/path/', undefined],
  ['http://localhost:3000', undefined],
  ['http://127.0.0.1:3000', undefined],
  ['http://[::1]:3000', undefined],
  ['http://mastodon.social', expect.stringContaining('https')],
  ['http://localhost.example.com', expect.stringContaining('https')],
  ['mastodon.social', expect.stringContaining('no address')],
  ['ftp://mastodon.social', expect.stringContaining('no address')],
  ['', expect.stringContaining('no address')],
  ['https://me:secret@mastodon.social', expect.stringContaining('password')],
  ['https://mastodon.social?token=secret', expect.stringContaining('path')],
])('%s', (value, problem) => expect(serverProblem(value)).toEqual(problem))
