import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, describe, expect, it, onTestFinished, vi } from 'vitest'
import { searchedPart } from '../../../plugins/astro/search/searched-part.ts'
import { beginSearch } from '../../../plugins/astro/search-index.ts'

afterEach(() => {
  vi.unstubAllEnvs()
  vi.restoreAllMocks()
})

function scratch(): string {
  const folder = mkdtempSync(join(tmpdir(), 'coldread-search-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

/** A built site: texts of its posts by name, and other pages. */
function site(
  posts: Readonly<Record<string, string>>,
  around = '',
  pages: Readonly<Record<string, string>> = {},
) {
  const folder = scratch()
  const articles = Object.entries(posts).map(([name, text]): [string, string] => [
    `${name}/index.html`,
    `<html lang="en"><head><title>${around}</title></head><body><p>${around}</p><article class="post" data-pagefind-body><h1>${name}</h1>${text}</article><p>${around}</p></body></html>`,
  ])
  for (const [file, html] of [...articles, ...Object.entries(pages)]) {
    mkdirSync(dirname(join(folder, file)), { recursive: true })
    writeFileSync(join(folder, file), html)
  }
  return folder
}

/** Makes the index of a built site, whose posts are known beforehand. */
async function writeSearchIndex(folder: string, lang: string, root: string): Promise<number> {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) =>
    file.endsWith('.html'),
  )
  const coming = files.filter((file) => file.includes('/') && !file.startsWith('topics/'))
  const search = beginSearch({ root, lang, coming, readKept: () => undefined })
  for (const file of files) await search.add(file, searchedPart(readFileSync(join(folder, file), 'utf8')))
  return (await search.write(folder)).pages
}

/** From here on, Pagefind cannot be asked anything. */
function losePagefind() {
  vi.stubEnv('PAGEFIND_EXTENDED_BINARY_PATH', join(tmpdir(), 'no-such-program'))
  vi.spyOn(console, 'error').mockImplementation(() => {})
}

function indexOf(folder: string): Record<string, string> {
  const below = join(folder, 'pagefind')
  const files = readdirSync(below, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
  return Object.fromEntries(
    files
      .map(({ parentPath, name }) => join(parentPath, name))
      .sort()
      .map((path) => [path.slice(below.length + 1), readFileSync(path, 'latin1')]),
  )
}

const keptIn = (root: string) => readdirSync(join(root, '.coldread/cache/search'))

const posts = { often: 'Twice a week.', café: '<p>Open late, naïve.</p>', kept: 'What stays.' }

describe('the search index', () => {
  it('holds pages that mark their text, and what browsers search with', async () => {
    const folder = site(posts, '', {
      'topics/index.html': '<p>Topics</p>',
      'words.html': '<main data-pagefind-body>Words</main>',
    })
    expect(await writeSearchIndex(folder, 'en', scratch())).toBe(4)
    const files = Object.keys(indexOf(folder))
    expect(files.filter((file) => !/^(fragment|index)\//.test(file))).toEqual([
      'pagefind-entry.json',
      'pagefind-worker.js',
      expect.stringMatching(/^pagefind\.en_[0-9a-f]{10}\.pf_meta$/),
      'pagefind.js',
      'wasm.en.pagefind',
      'wasm.unknown.pagefind',
    ])
    expect(files.filter((file) => file.startsWith('fragment/'))).toHaveLength(4)
    const { languages } = JSON.parse(indexOf(folder)['pagefind-entry.json'] ?? '')
    expect(languages).toEqual({ en: expect.objectContaining({ page_count: 4 }) })
  })

  it('is none where nothing is marked, and Pagefind is not asked', async () => {
    losePagefind()
    const root = scratch()
    const folder = site({}, '', { 'index.html': '<p>Nothing yet.</p>' })
    expect(await writeSearchIndex(folder, 'en', root)).toBe(0)
    expect(existsSync(join(folder, 'pagefind'))).toBe(false)
    expect(existsSync(join(root, '.coldread'))).toBe(false)
  })

  it('comes from before while the text of posts is the same, whatever stands around it', async () => {
    const root = scratch()
    const first = site(posts, 'Old related posts')
    await writeSearchIndex(first, 'en', root)
    losePagefind()
    const second = site(posts, 'New related posts')
    expect(await writeSearchIndex(second, 'en', root)).toBe(3)
    expect(indexOf(second)).toEqual(indexOf(first))
  })

  it.each<[string, Record<string, string>, string]>([
    ['a text changed', { ...posts, often: 'Once a week.' }, 'en'],
    ['a post is new', { ...posts, fresh: 'Just now.' }, 'en'],
    ['a post is gone', { often: posts.often }, 'en'],
    ['a post has another address', { often: posts.often, cafe: posts.café, kept: posts.kept }, 'en'],
    ['the site has another language', posts, 'de'],
  ])('is made anew where %s', async (_, changed, lang) => {
    const root = scratch()
    await writeSearchIndex(site(posts), 'en', root)
    const warm = site(changed)
    const clean = site(changed)
    await writeSearchIndex(clean, lang, scratch())
    await writeSearchIndex(warm, lang, root)
    expect(indexOf(warm)).toEqual(indexOf(clean))
    losePagefind()
    await expect(writeSearchIndex(site({ ...changed, more: 'x' }), lang, root)).rejects.toThrow('npm install')
  })

  it('makes only the shard anew whose post changed', async () => {
    const root = scratch()
    const many = Object.fromEntries(
      Array.from({ length: 220 }, (_, at) => [`post-${at}`, `Text ${at} of many.`]),
    )
    expect(await writeSearchIndex(site(many), 'en', root)).toBe(220)
    const before = keptIn(root)
    expect(before).toHaveLength(3)
    const changed = { ...many, 'post-7': 'Another text.' }
    const warm = site(changed)
    await writeSearchIndex(warm, 'en', root)
    expect(keptIn(root)).toHaveLength(4)
    expect(keptIn(root)).toEqual(expect.arrayContaining(before))
    const clean = site(changed)
    await writeSearchIndex(clean, 'en', scratch())
    expect(indexOf(warm)).toEqual(indexOf(clean))
  })

  it('says what is wrong and what to do where Pagefind cannot work', async () => {
    losePagefind()
    await expect(writeSearchIndex(site(posts), 'en', scratch())).rejects.toThrow(
      /no search index.*Pagefind.*\n.*`npm install`/,
    )
  })

  it('says so where the system ends Pagefind', async () => {
    const program = join(scratch(), 'pagefind')
    writeFileSync(program, '#!/bin/sh\nhead -c 1 >/dev/null\nkill -9 $$\n', { mode: 0o755 })
    vi.stubEnv('PAGEFIND_EXTENDED_BINARY_PATH', program)
    const root = scratch()
    await expect(writeSearchIndex(site(posts), 'en', root)).rejects.toThrow('Pagefind was ended by SIGKILL')
    expect(existsSync(join(root, '.coldread/cache'))).toBe(false)
  })
})
