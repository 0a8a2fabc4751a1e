import { hash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { readSources } from '../../src/disk.ts'
import type { Memory } from '../../src/known-post.ts'
import { collectLinks } from '../../src/mdx/collect-links.ts'
import { componentNames } from '../../src/open.ts'
import { type Content, learnPosts, readContent } from '../../src/read-content.ts'
import { blogRoot } from '../support/run-coldread.ts'

const now = '2026-12-01T09:00:00Z'
const components = componentNames()

/** A memory that goes through JSON, as one on the disk does. */
function memory(): Memory & { found: number } {
  const kept = new Map<string, { key: string; json: string }>()
  return {
    found: 0,
    recall<T>(path: string, dependsOn: readonly string[], find: () => T) {
      const key = JSON.stringify(dependsOn)
      const known = kept.get(path)
      if (known?.key === key) return JSON.parse(known.json) as T
      this.found++
      const value = find()
      kept.set(path, { key, json: JSON.stringify(value) })
      return value
    },
    digestOf: (_path, text) => hash('sha256', text),
  }
}

const plain = ({ calendar, bodies, faults }: Content) => ({
  calendar,
  faults,
  bodies: [...bodies].map(([file, body]) => [file, body.text, body.tree, body.faults, collectLinks(body)]),
})

it('never changes what comes of content', () => {
  const sources = readSources(blogRoot)
  const kept = memory()
  for (const _ of ['new', 'known'])
    expect(plain(readContent(sources, now, components, kept))).toEqual(
      plain(readContent(sources, now, components)),
    )
})

it('is asked once for each post, and again for one that changed', async () => {
  const sources = readSources(blogRoot)
  const kept = memory()
  await learnPosts(sources, components, kept)
  const posts = kept.found
  readContent(sources, now, components, kept)
  expect(kept.found).toBe(posts)
  const [file = '', text = ''] = [...sources.texts].find(([name]) => name.endsWith('.mdx')) ?? []
  readContent(
    { ...sources, texts: new Map([...sources.texts, [file, `${text}\nMore.\n`]]) },
    now,
    components,
    kept,
  )
  expect(kept.found).toBe(posts + 1)
})

it('says the same of posts that somebody broke', () => {
  const sources = readSources(blogRoot)
  const names = [...sources.texts.keys()].filter((name) => name.endsWith('.mdx'))
  const kept = memory()
  const broken = [
    '{oops}',
    '<Nothing />',
    '[x](./nowhere.mdx)',
    '<Term>unheard</Term>',
    '![a](./none.png)',
    'fine',
  ]
  fc.assert(
    fc.property(
      fc.constantFrom(...names),
      fc.constantFrom(...broken),
      fc.boolean(),
      (name, words, isInEntry) => {
        const text = readFileSync(join(blogRoot, name), 'utf8')
        const changed = isInEntry
          ? text.replace('---\n', `---\nodd: ${words}\nlevel: .inf\n`)
          : `${text}\n${words}\n`
        const edited = { ...sources, texts: new Map([...sources.texts, [name, changed]]) }
        expect(plain(readContent(edited, now, components, kept))).toEqual(
          plain(readContent(edited, now, components)),
        )
      },
    ),
    { numRuns: 25 },
  )
})
