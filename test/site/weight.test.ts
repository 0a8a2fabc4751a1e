import { beforeAll, describe, expect, it } from 'vitest'
import { beginRun } from '../../plugins/astro/run.ts'
import { filesOf } from '../support/built-site.ts'
import { pageWeight } from '../support/page-weight.ts'
import { blogRoot } from '../support/run-coldread.ts'
import { sharedBuild, sharedNow } from '../support/shared-build.ts'

const posts = beginRun(blogRoot, sharedNow)
  .opened.calendar.posts.filter(({ state }) => state === 'live')
  .map(({ path }) => path.slice(1))

let files: Map<string, Buffer>
beforeAll(async () => {
  files = filesOf(await sharedBuild('/'))
})

describe.each(posts)('%s', (path) => {
  it('weighs at most 12 KB in at most 3 requests, pictures aside', () => {
    const { bytes, requests } = pageWeight(files, path)
    expect(bytes, `${bytes} bytes in ${requests} requests`).toBeLessThanOrEqual(12_000)
    expect(requests, `${bytes} bytes in ${requests} requests`).toBeLessThanOrEqual(3)
  })

  it('has at most 1.5 KB of script, none of which holds up the text, and nothing from elsewhere', () => {
    const { script, blocking, foreign } = pageWeight(files, path)
    expect(script, `${script} bytes of script`).toBeLessThanOrEqual(1_500)
    expect(blocking).toEqual([])
    expect(foreign).toEqual([])
  })
})

it('knows what a page fetches', () => {
  const page = `<link rel="icon" href="/i.svg"><link rel="stylesheet" href="/a.css"><link rel="canonical" href="https://c.example/">
<script src="/b.js"></script><script type="module">let c = 1</script><script type="application/ld+json">{"d": "https://d.example"}</script>
<script defer src="https://e.example/e.js"></script><style>@font-face{src:url(//f.example/f)}</style><img src="https://g.example/g.png">`
  const files = new Map(
    Object.entries({ 'x/index.html': page, 'i.svg': '<svg/>', 'a.css': 'a{}', 'b.js': 'b()' }).map(
      ([file, text]) => [file, Buffer.from(text)],
    ),
  )
  const { bytes, script, ...others } = pageWeight(files, 'x/')
  expect(others).toEqual({
    requests: 4,
    blocking: ['<script src="/b.js">'],
    foreign: ['https://e.example/e.js', '@font-face', 'url(//'],
  })
  expect(bytes).toBeGreaterThan(250)
  expect(script).toBeGreaterThan(20)
})
