import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { readAccess, variableOf } from '../../../plugins/delivery/credentials.ts'
import { redactor } from '../../../plugins/delivery/redact.ts'

const needs = {
  url: { what: 'the address', isSecret: false, example: 'https://a.example', otherwise: 'https://b.example' },
  apiKey: {
    what: 'the key',
    isSecret: true,
    example: 'k-123',
    problem: (value: string) => (value.startsWith('k-') ? undefined : 'does not begin with k-'),
  },
  note: { what: 'a note', isSecret: false, example: 'hm', isOptional: true as const },
}
const read = (environment: Record<string, string>) => readAccess('net', { needs }, 'news-desk', environment)

function fileOf(text: string, mode = 0o600): string {
  const folder = mkdtempSync(join(tmpdir(), 'coldread-keys-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  writeFileSync(join(folder, 'key'), text)
  chmodSync(join(folder, 'key'), mode)
  return join(folder, 'key')
}

it('names variables after sender, channel and need', () => {
  expect(variableOf('net', 'apiKey', 'news-desk')).toBe('COLDREAD_NET_NEWS_DESK_API_KEY')
  expect(variableOf('net', 'apiKey')).toBe('COLDREAD_NET_API_KEY')
})

it.each([
  ['all channels', { COLDREAD_NET_API_KEY: 'k-all' }, 'k-all'],
  [
    'the channel before all',
    { COLDREAD_NET_API_KEY: 'k-all', COLDREAD_NET_NEWS_DESK_API_KEY: 'k-own' },
    'k-own',
  ],
  [
    'nothing where it is empty',
    { COLDREAD_NET_NEWS_DESK_API_KEY: '', COLDREAD_NET_API_KEY: ' k-all\n' },
    'k-all',
  ],
])('reads what is said of %s', (_, environment, apiKey) => {
  expect(read(environment)).toEqual({ access: { url: 'https://b.example', apiKey }, secrets: [apiKey] })
})

it('reads a file that the environment names', () => {
  expect(read({ COLDREAD_NET_API_KEY_FILE: fileOf('k-file\n') })).toMatchObject({ secrets: ['k-file'] })
})

it('refuses a secret that anybody may write, and a file that is not there', () => {
  const file = fileOf('k-file', 0o606)
  expect(read({ COLDREAD_NET_API_KEY_FILE: file })).toEqual({
    problems: [
      `COLDREAD_NET_API_KEY_FILE is ${file}, which anybody on this machine may write: chmod 600 ${file}`,
    ],
  })
  expect(read({ COLDREAD_NET_API_KEY_FILE: '/nowhere/key' })).toEqual({
    problems: ['COLDREAD_NET_API_KEY_FILE is /nowhere/key, and that cannot be read.'],
  })
})

it('says what is missing or wrong, and never shows a value', () => {
  expect(read({})).toEqual({
    problems: [
      '`news-desk` needs the key: set COLDREAD_NET_NEWS_DESK_API_KEY or COLDREAD_NET_API_KEY, as in k-123.',
    ],
  })
  expect(read({ COLDREAD_NET_API_KEY: 'hunter2' })).toEqual({
    problems: ['COLDREAD_NET_API_KEY, which is the key, does not begin with k-: it is to be as k-123.'],
  })
})

it('takes secrets out of words, however they are written there', () => {
  const redact = redactor(['s3cret/+key', 'abc'])
  const written = [
    's3cret/+key',
    encodeURIComponent('s3cret/+key'),
    Buffer.from('s3cret/+key').toString('base64'),
  ]
  expect(redact(`see ${written.join(' and ')}, abc`)).toBe('see … and … and …, abc')
})
