import { once } from 'node:events'
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { announce, newsOf } from '../../plugins/index-now/announce.ts'
import { pageDigest } from '../../plugins/index-now/built-pages.ts'
import { sendAddresses } from '../../plugins/index-now/send-addresses.ts'
import { runColdread } from '../support/run-coldread.ts'
import { post, scratchSite } from '../support/scratch-site.ts'

/** A search engine that answers as it is told, and keeps what it was sent. */
let server: Server
let endpoint: string
let answer: number | 'nothing' = 200
let received: {
  method: string
  type: string
  body: { host: string; urlList: string[] } & Record<string, unknown>
}[] = []
beforeAll(async () => {
  server = createServer(async (request, response) => {
    const body = JSON.parse(Buffer.concat(await request.toArray()).toString())
    received.push({ method: request.method ?? '', type: request.headers['content-type'] ?? '', body })
    if (answer !== 'nothing') response.writeHead(answer).end('x'.repeat(1000))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  endpoint = `http://127.0.0.1:${(server.address() as AddressInfo).port}/indexnow`
})
afterAll(() => {
  server.closeAllConnections()
  server.close()
})

const key = 'a-key-of-notes-2027'
const home = 'https://notes.example/blog/'

/** A built site of two pages and a hidden one. */
function builtSite() {
  const page = (title: string, text: string, robots = 'max-image-preview:large') =>
    `<title>${title}</title><meta name="robots" content="${robots}"><style>p{}</style><main>${text}</main>`
  const loc = (path: string) => `<url><loc>${home}${path}</loc><lastmod>2027-01-01</lastmod></url>`
  const root = scratchSite({
    'dist/sitemap.xml': `<urlset>${['', '%C3%A9t%C3%A9/', 'draft/'].map(loc).join('')}</urlset>`,
    'dist/index.html': page('Notes', 'Home'),
    'dist/été/index.html': page('Summer', '<p>Warm</p>'),
    'dist/draft/index.html': page('Draft', 'x', 'noindex'),
    [`dist/${key}.txt`]: key,
  })
  const write = (file: string, title: string, text: string) =>
    writeFileSync(join(root, file), page(title, text))
  const send = (environment: Record<string, string> = { COLDREAD_INDEXNOW_KEY: key }, patience = 5000) =>
    announce(root, join(root, 'dist'), { endpoint, patience }, environment)
  return { root, write, send, memory: join(root, '.coldread/index-now.json') }
}

describe('what is sent', () => {
  it('are all pages at first, then those that say something else or are gone', async () => {
    const { root, write, send } = builtSite()
    ;[answer, received] = [200, []]
    expect(await send()).toBeUndefined()
    expect(received).toEqual([
      {
        method: 'POST',
        type: 'application/json; charset=utf-8',
        body: {
          host: 'notes.example',
          key,
          keyLocation: `${home}${key}.txt`,
          urlList: [home, `${home}%C3%A9t%C3%A9/`],
        },
      },
    ])
    expect(await send()).toBeUndefined()
    expect(received).toHaveLength(1)

    write('dist/été/index.html', 'Summer', '<p>Hot</p>')
    expect(await send()).toBeUndefined()
    expect(received[1]?.body.urlList).toEqual([`${home}%C3%A9t%C3%A9/`])

    rmSync(join(root, 'dist/été'), { recursive: true })
    expect(await send()).toBeUndefined()
    expect(received[2]?.body.urlList).toEqual([`${home}%C3%A9t%C3%A9/`])
    expect(await send()).toBeUndefined()
    expect(received).toHaveLength(3)
  })

  it('is what an engine accepts that has yet to look at the key', async () => {
    const { send, memory } = builtSite()
    answer = 202
    expect(await send()).toBeUndefined()
    expect(Object.keys(JSON.parse(readFileSync(memory, 'utf8')))).toHaveLength(2)
  })

  it.each([
    [400, 'it did not understand the request'],
    [403, `with the file ${key}.txt?`],
    [422, 'the addresses do not belong to the site'],
    [429, 'too many requests'],
    [500, 'it did not take them'],
  ])('is not remembered when the answer is %s', async (status, reason) => {
    const { send, memory } = builtSite()
    ;[answer, received] = [status, []]
    const refusal = await send()
    expect(refusal).toContain(`${endpoint} answered ${status}: `)
    expect(refusal).toContain(reason)
    expect(existsSync(memory)).toBe(false)
    answer = 200
    expect(await send()).toBeUndefined()
    expect(received[1]?.body.urlList).toEqual(received[0]?.body.urlList)
  })

  it('is not remembered when no answer comes', async () => {
    const { send, memory } = builtSite()
    answer = 'nothing'
    expect(await send(undefined, 50)).toBe(`${endpoint} did not answer within 0.05 s.`)
    expect(existsSync(memory)).toBe(false)
  })

  it('goes nowhere when nobody listens', async () => {
    const brief = createServer().listen(0, '127.0.0.1')
    await once(brief, 'listening')
    const deaf = `http://127.0.0.1:${(brief.address() as AddressInfo).port}/indexnow`
    await new Promise((resolve) => brief.close(resolve))
    const sender = { endpoint: deaf, home, key, patience: 5000 }
    expect(await sendAddresses([home], sender)).toBe(`${deaf} cannot be reached (ECONNREFUSED).`)
  })

  it.each([
    ['no key', {}, 'There is no IndexNow key. Choose a key of 8 to 128'],
    ['no such key', { COLDREAD_INDEXNOW_KEY: '../etc' }, 'There is no IndexNow key.'],
    [
      'another key',
      { COLDREAD_INDEXNOW_KEY: 'another-key' },
      'The built site does not hold another-key.txt.',
    ],
  ])('is nothing with %s', async (_, environment: Record<string, string>, reason) => {
    const { send } = builtSite()
    received = []
    expect(await send(environment)).toContain(reason)
    expect(received).toEqual([])
  })

  it('leaves other sites alone', () => {
    const sent = new Map([
      [`${home}old/`, 'x'],
      ['https://elsewhere.example/', 'x'],
    ])
    expect(newsOf(new Map([[home, 'y']]), sent)).toEqual({ changed: [home], gone: [`${home}old/`] })
  })
})

it('a page has changed when its words have, not when it looks different', () => {
  const page = (head: string, body: string) =>
    `<head><title>T</title>${head}</head><body><header>a</header><main><article class="x">${body}</article>b</main></body>`
  const digest = pageDigest(page('<style>p{}</style>', '<p class="a">Words  here</p>'))
  expect(pageDigest(page('', '<p id="b">Words here</p>').replace('>b<', '>c<'))).toBe(digest)
  expect(pageDigest(page('', '<p>Words there</p>'))).not.toBe(digest)
  expect(pageDigest(page('', '<p>Words here</p>').replace('>T<', '>U<'))).not.toBe(digest)
})

describe('the command', () => {
  it('says first what it would send, and sends when it is told to', async () => {
    const root = scratchSite({ 'content/posts/how.mdx': post('How?') })
    const run = (command: string, ...more: string[]) =>
      runColdread([command, '--root', root, ...more], { env: { COLDREAD_INDEXNOW_KEY: key } })
    expect(await run('index-now')).toMatchObject({
      status: 2,
      stderr: expect.stringContaining('npm run build'),
    })
    const built = await run('build', '--now', '2027-01-15T09:00')
    expect(built).toMatchObject({ status: 0, stderr: '' })
    expect(readFileSync(join(root, `dist/${key}.txt`), 'utf8')).toBe(key)
    ;[answer, received] = [200, []]

    const dry = await run('index-now', '--endpoint', endpoint)
    expect(dry.status).toBe(0)
    expect(dry.stdout).toMatch(/^\d+ pages are new or have changed:\n {2}https:\/\/notes\.example\/\n/)
    expect(dry.stdout).toContain('  https://notes.example/how/\n')
    expect(dry.stdout).toContain(
      'Nothing was sent. When they are published: npm run coldread -- index-now --send',
    )
    expect(received).toEqual([])

    answer = 403
    const refused = await run('index-now', '--send', '--endpoint', endpoint)
    expect(refused).toMatchObject({ status: 1, stderr: expect.stringContaining('answered 403') })

    answer = 200
    expect(await run('index-now', '--send', '--endpoint', endpoint)).toMatchObject({ status: 0, stderr: '' })
    expect(received[1]?.body.urlList).toContain('https://notes.example/how/')
    const after = await run('index-now', '--send', '--endpoint', endpoint)
    expect(after.stdout).toBe('Nothing has changed since addresses were last sent.\n')
    expect(received).toHaveLength(2)
  })
})
