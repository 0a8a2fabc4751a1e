import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { findLeaks } from '../../plugins/astro/leak-check.ts'
import { beginRun } from '../../plugins/astro/run.ts'
import { filesOf } from '../support/built-site.ts'
import { blogRoot, runColdread } from '../support/run-coldread.ts'
import { plan, post } from '../support/scratch-site.ts'

const now = '2027-01-15T09:00'
const hidden = {
  draft: 'status: draft',
  idea: 'status: idea',
  future: 'status: ready\npublish: 2027-02-02',
  retired: 'status: retired\nredirectTo: live\npublish: 2026-01-06',
}

/** A post of its own words and colors, so that any trace of it can be told. */
function hiddenPost(name: string, entry: string): string {
  return `---
title: Zebra${name} title?
query: zebra${name} query
answer: Zebra${name} answers in a sentence of its own, zebra${name} zebra${name} to the end.
description: Zebra${name} description.
purpose: awareness
${entry}
topics: [cadence]
aka: [zebra${name} alias]
cover: { src: ./cover-${name}.png, alt: Zebra${name} cover }
snippets:
  phone: Zebra${name} snippet
---
## Zebra${name} heading?

Zebra${name} body, with a [link](./live.mdx) and an image: ![Zebra${name} alt](./image-${name}.png)

<Callout kind="tip">

Zebra${name} callout

</Callout>
`
}

let root: string
let built: Awaited<ReturnType<typeof runColdread>>

beforeAll(async () => {
  root = mkdtempSync(join(tmpdir(), 'coldread-leaks-'))
  const write = (file: string, data: string | Uint8Array) => {
    mkdirSync(dirname(join(root, file)), { recursive: true })
    writeFileSync(join(root, file), data)
  }
  write('content/plan.yaml', plan)
  const links = Object.keys(hidden).map((name) => `[the ${name} one](./zebra-${name}.mdx)`)
  write(
    'content/posts/live.mdx',
    post(
      'Is it live?',
      `Read ${links.join(', ')} and ![a picture](./live.png)`,
      'related: [zebra-draft, zebra-future]\n',
    ),
  )
  const image = (background: string) =>
    sharp({ create: { width: 64, height: 48, channels: 3, background } })
      .png()
      .toBuffer()
  write('content/posts/live.png', await image('#123456'))
  for (const [index, [name, entry]] of Object.entries(hidden).entries()) {
    write(`content/posts/zebra-${name}.mdx`, hiddenPost(name, entry))
    write(`content/posts/cover-${name}.png`, await image(`#ff00${index}0`))
    write(`content/posts/image-${name}.png`, await image(`#00ff${index}0`))
  }
  write(
    'content/posts/where-people-find-you.mdx',
    `---\ntitle: Where we answer\nstatus: draft\n---\nSkip to content. Is it live? Words that anybody might write.\n`,
  )
  built = await runColdread(['build', '--root', root, '--now', now])
})
afterAll(() => rmSync(root, { recursive: true, force: true }))

describe('a site with unpublished posts', () => {
  it('builds, with an honest draft that is titled like a page of the site', () => {
    expect(built.stderr).toBe('')
    expect(built.status).toBe(0)
    expect(built.stdout).toContain('1 post live')
    expect(built.stdout).toContain('1 scheduled, next “Zebrafuture title?” on 2027-02-02 at 09:00')
  })

  it.each(Object.keys(hidden))('shows no trace of the %s one in any file, search index included', (name) => {
    const files = filesOf(join(root, 'dist'))
    expect([...files.keys()].some((file) => file.endsWith('.pf_fragment'))).toBe(true)
    const image = readFileSync(join(root, `content/posts/image-${name}.png`))
    const cover = readFileSync(join(root, `content/posts/cover-${name}.png`))
    for (const [file, bytes] of files) {
      const text = bytes.toString('utf8').toLowerCase()
      expect(text.includes(`zebra${name}`), file).toBe(false)
      if (name !== 'retired') expect(text.includes(`zebra-${name}`), file).toBe(false)
      expect(`${file} ${text}`.includes(`image-${name}`) || text.includes(`cover-${name}`), file).toBe(false)
      expect(bytes.equals(image) || bytes.equals(cover), file).toBe(false)
    }
  })

  it('brings nothing along of the toolbar that stands beside pages while writing', () => {
    for (const [file, bytes] of filesOf(join(root, 'dist'))) {
      const text = bytes.toString('utf8')
      expect(/astro-dev-toolbar|coldread:ask|coldread-spot|__open-in-editor/.exec(text)?.[0], file).toBe(
        undefined,
      )
    }
  })

  it('keeps the words of a link to a post that is not live, and leads from a retired one to its successor', () => {
    const page = readFileSync(join(root, 'dist/live/index.html'), 'utf8')
    for (const name of ['draft', 'idea', 'future']) expect(page).toMatch(new RegExp(`[ ,]the ${name} one`))
    expect(readFileSync(join(root, 'dist/_redirects'), 'utf8')).toBe('/zebra-retired/ /live/ 301\n')
    expect(readFileSync(join(root, 'dist/zebra-retired/index.html'), 'utf8')).toContain('url=/live/')
  })
})

describe('the leak check', () => {
  const leaksAfter = (file: string, data: string | Uint8Array) => {
    const { opened } = beginRun(root, now)
    const path = join(root, 'dist', file)
    writeFileSync(path, data)
    try {
      return findLeaks(join(root, 'dist'), root, opened)
    } finally {
      rmSync(path)
    }
  }

  it('finds nothing in the site as built', () => {
    expect(
      leaksAfter(
        'harmless.html',
        '<p>Zebra and zebradraft are words, and /zebra-drafting/ is another address.',
      ),
    ).toEqual([])
  })

  it.each<[string, string, string]>([
    ['an address', '<a href="/zebra-future/">', 'content/posts/zebra-future.mdx'],
    ['a full address', '{"url":"https://notes.example/zebra-draft/"}', 'content/posts/zebra-draft.mdx'],
    [
      'eight words across tags',
      '<p>Zebradraft answers in <em>a</em> sentence of its own, zebradraft',
      'content/posts/zebra-draft.mdx',
    ],
    [
      'eight words in an attribute',
      '<meta content="zebraidea answers in a sentence of its own, zebraidea">',
      'content/posts/zebra-idea.mdx',
    ],
    [
      'a retired address outside its redirect',
      '<a href="/zebra-retired/">',
      'content/posts/zebra-retired.mdx',
    ],
  ])('finds %s', (_, text, postFile) => {
    expect(leaksAfter('leaky.html', text)).toMatchObject([{ file: 'leaky.html', post: postFile }])
  })

  it('finds an image by its content, whatever its name', () => {
    const image = readFileSync(join(root, 'content/posts/image-idea.png'))
    expect(leaksAfter('harmless.bin', image)).toMatchObject([
      { file: 'harmless.bin', post: 'content/posts/zebra-idea.mdx' },
    ])
  })
})

it.each(['2026-10-01', '2026-10-28', '2026-11-05', '2026-11-11'])(
  'raises no false alarm at an honest blog with posts in every state, as on %s',
  async (day) => {
    const out = join(root, `blog-${day}`)
    const ended = await runColdread(['build', '--root', blogRoot, '--now', `${day}T12:00`, '--out', out])
    expect(ended).toMatchObject({ status: 0, stderr: '' })
  },
)
