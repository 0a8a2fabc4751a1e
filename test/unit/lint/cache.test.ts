import { hash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type LintCache, linterVersion, openCache } from '../../../plugins/lint/run/cache.ts'
import { lintPaths } from '../../../plugins/lint/run/lint-paths.ts'
import { plan, post, scratchSite } from '../../support/scratch-site.ts'

const now = '2027-01-15T09:00:00Z'

/** Asks a cache for a text, and says whether it had to be linted. */
function isLinted(root: string, path: string, depends: readonly string[], version = 'v1'): boolean {
  let linted = false
  const cache = openCache(root, version)
  cache?.recall(path, depends, () => {
    linted = true
    return { findings: [] }
  })
  cache?.save()
  return linted
}

describe('what is kept', () => {
  const site = () => scratchSite({ 'content/posts/a.mdx': 'a', 'content/posts/b.mdx': 'b' })

  it('is said again while nothing changes that it depends on', () => {
    const root = site()
    const path = 'content/posts/a.mdx'
    expect(isLinted(root, path, ['plan', 'text'])).toBe(true)
    expect(isLinted(root, path, ['plan', 'text'])).toBe(false)
    expect(isLinted(root, path, ['plan', 'text!'])).toBe(true)
    expect(isLinted(root, path, ['plantext', '!'])).toBe(true)
    expect(isLinted(root, path, ['plantext', '!'], 'v2')).toBe(true)
  })

  it('goes with its file', () => {
    const root = site()
    isLinted(root, 'content/posts/a.mdx', [])
    isLinted(root, 'content/posts/b.mdx', [])
    rmSync(join(root, 'content/posts/a.mdx'))
    isLinted(root, 'content/posts/b.mdx', ['changed'])
    const written = readFileSync(join(root, '.coldread/lint-cache'), 'utf8')
    expect(written).toContain('b.mdx')
    expect(written).not.toContain('a.mdx')
  })

  it.each([
    ['cut', (text: string) => text.slice(0, -9)],
    ['with another finding', (text: string) => text.replace('"findings":[]', '"findings":[1]')],
    ['empty', () => ''],
  ])('does not count when it is %s', (_how, spoil) => {
    const root = site()
    const file = join(root, '.coldread/lint-cache')
    isLinted(root, 'content/posts/a.mdx', [])
    writeFileSync(file, spoil(readFileSync(file, 'utf8')))
    expect(isLinted(root, 'content/posts/a.mdx', [])).toBe(true)
  })

  it('names each text by what stands in it', () => {
    const cache = openCache(site(), 'v1') as LintCache
    const digests = ['a', 'b', 'a'].map((text) => cache.digestOf('content/posts/a.mdx', text))
    expect(digests).toEqual(['a', 'b', 'a'].map((text) => hash('sha256', text)))
  })

  it('is nothing where it cannot be written, and where there is no site', () => {
    const root = site()
    mkdirSync(join(root, '.coldread/lint-cache'), { recursive: true })
    expect(isLinted(root, 'content/posts/a.mdx', [])).toBe(true)
    rmSync(join(root, 'content'), { recursive: true })
    expect(openCache(root)).toBeUndefined()
  })
})

it('has a version that stays the same', () => {
  expect(linterVersion()).toBe(linterVersion())
})

it('never changes what is said, whatever is edited', () => {
  const root = scratchSite({})
  const snippets = 'snippets:\n  phone: An amazing CDP.\n'
  const sentences = [
    'Our amazing CDP utilizes synergy.',
    'Load it first.',
    '<Card',
    'Click [here](/b/).',
    '{/* coldread disable promo-hype -- shown */}',
  ]
  const edit = fc.record({
    file: fc.constantFrom('content/posts/a.mdx', 'content/posts/b.mdx', 'notes.md'),
    body: fc.array(fc.constantFrom(...sentences), { maxLength: 4 }).map((each) => each.join('\n\n')),
    fields: fc.constantFrom('', 'purpose: service\n', snippets, 'lint: { off: { promo-hype: quoted } }\n'),
    site: fc.constantFrom(
      plan,
      `${plan}lint: { rules: { promo-hype: off } }\n`,
      plan.replace('Corner', 'CDP'),
    ),
    isGone: fc.boolean(),
  })
  fc.assert(
    fc.property(fc.array(edit, { minLength: 1, maxLength: 4 }), (edits) => {
      for (const { file, body, fields, site, isGone } of edits) {
        const path = join(root, file)
        if (isGone) rmSync(path, { force: true })
        else {
          mkdirSync(join(path, '..'), { recursive: true })
          const text = post(`What is ${file}?`, body, fields)
          writeFileSync(path, fields.startsWith('purpose') ? text.replace('purpose: awareness\n', '') : text)
        }
        writeFileSync(join(root, 'content/plan.yaml'), site)
        for (const paths of [[], [root]]) {
          if (paths.length > 0 && !existsSync(join(root, 'notes.md'))) continue
          const cached = lintPaths({ root, now, paths, cache: openCache(root, 'v1') })
          expect(cached.files).toEqual(lintPaths({ root, now, paths }).files)
        }
      }
    }),
    { numRuns: 6 },
  )
})
