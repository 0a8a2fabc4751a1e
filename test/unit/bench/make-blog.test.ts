import { createHash } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { lintBuild } from '../../../plugins/astro/lint-build.ts'
import { beginRun } from '../../../plugins/astro/run.ts'
import { blogFiles, nowFor, writeBlog } from '../../bench/make-blog.ts'

const number = 60
const files = new Map(blogFiles(number))
const posts = [...files].filter(([path]) => path.endsWith('.mdx'))
const hashOf = (text: string) => createHash('sha256').update(text).digest('hex')

const root = mkdtempSync(join(tmpdir(), 'coldread-bench-blog-'))
afterAll(() => rmSync(root, { recursive: true, force: true }))

describe('a generated blog', () => {
  it('is the same each time', () => {
    expect(new Map(blogFiles(number))).toEqual(files)
    expect(new Set(posts.map(([, text]) => hashOf(text))).size).toBe(number)
  })

  it('begins with the posts of a shorter one', () => {
    const shorter = [...blogFiles(7)].filter(([path]) => path.endsWith('.mdx'))
    expect(posts.slice(0, 7)).toEqual(shorter)
  })

  it('has posts of about 6 KB and 900 to 1,200 words', () => {
    const mean = (of: (text: string) => number) =>
      posts.reduce((sum, [, text]) => sum + of(text), 0) / posts.length
    expect(mean((text) => Buffer.byteLength(text))).toBeGreaterThan(5700)
    expect(mean((text) => Buffer.byteLength(text))).toBeLessThan(6500)
    expect(mean((text) => text.split(/\s+/).length)).toBeGreaterThan(900)
    expect(mean((text) => text.split(/\s+/).length)).toBeLessThan(1200)
  })

  it.each([
    ['headings', /^## .+\?$/m, 1],
    ['numbered lists', /^1\. /m, 1],
    ['links to other posts', /\]\(\/how-do-you-[\w-]+\/\)/, 0.9],
    ['tables', /^\| --- \|/m, 0.3],
    ['links to other sites', /\]\(https:/, 0.6],
    ['<Steps>', /^<Steps>$/m, 0.2],
    ['<Callout>', /^<Callout kind="/m, 0.2],
    ['<KeyPoints>', /^<KeyPoints>$/m, 0.3],
    ['<Question>', /^<Question ask="/m, 0.1],
    ['<Term>', /<Term>cadence<\/Term>/, 0.1],
  ])('has %s in its share of posts', (_, pattern, share) => {
    expect(posts.filter(([, text]) => pattern.test(text)).length / posts.length).toBeGreaterThanOrEqual(share)
  })

  it('is live as a whole, with no faults, no errors and no warnings', () => {
    expect(writeBlog(root, number)).toEqual(posts.map(([path]) => path))
    const run = beginRun(root, nowFor(number))
    expect(run.opened.calendar.posts.filter(({ state }) => state === 'live')).toHaveLength(number)
    expect(
      lintBuild(run, { maxWarnings: 0, isClean: true }, { columns: 100, style: (_, text) => text }),
    ).toEqual({ warnings: 0 })
  })
})
