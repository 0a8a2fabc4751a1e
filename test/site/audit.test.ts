import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { HtmlValidate } from 'html-validate'
import { describe, expect, it, onTestFinished } from 'vitest'
import { hashesOf } from '../support/built-site.ts'
import { packageRoot, runColdread } from '../support/run-coldread.ts'

const fixtures = join(packageRoot, 'test/fixtures/audit')
const now = ['--now', '2026-11-22']

/** A folder of its own for a test. */
function scratch(files: Readonly<Record<string, string | Uint8Array>> = {}): string {
  const root = mkdtempSync(join(tmpdir(), 'coldread-audit-'))
  onTestFinished(() => rmSync(root, { recursive: true, force: true }))
  for (const [file, data] of Object.entries(files)) {
    mkdirSync(dirname(join(root, file)), { recursive: true })
    writeFileSync(join(root, file), data)
  }
  return root
}

const audit = (cwd: string, ...args: string[]) => runColdread(['audit', ...args, ...now], { cwd })

async function jsonOf(root: string) {
  const { stdout } = await audit(root, '.', '--format', 'json')
  return JSON.parse(stdout)
}

describe('a blog', () => {
  it('is told of for a terminal, byte for byte', async () => {
    const { status, stdout, stderr } = await audit(fixtures, 'jekyll')
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' })
    await expect(stdout).toMatchFileSnapshot('../fixtures/audit/jekyll.txt')
    expect(Math.max(...stdout.split('\n').map((line) => line.length))).toBeLessThanOrEqual(100)
  })

  it('is told of as JSON, byte for byte, and the document names every field', async () => {
    const { status, stdout } = await audit(fixtures, 'jekyll', '--format', 'json')
    expect(status).toBe(0)
    await expect(stdout).toMatchFileSnapshot('../fixtures/audit/jekyll.json')
    const readme = readFileSync(join(packageRoot, 'plugins/audit/readme.md'), 'utf8')
    const told = JSON.parse(stdout)
    const fields = [told, told.counts, told.mix, told.mend[0], told.posts[0]].flatMap(Object.keys)
    for (const field of fields) expect(readme, field).toContain(`\`${field}\``)
  })

  it('is a page that is valid, needs nothing else, and shows words as words', async () => {
    const root = scratch()
    const out = join(root, 'audit.html')
    expect(await audit(fixtures, 'jekyll', '--out', out)).toMatchObject({ status: 0, stdout: '' })
    const page = readFileSync(out, 'utf8')
    const validator = new HtmlValidate({ extends: ['html-validate:recommended'] })
    const { results } = await validator.validateString(page)
    expect(
      results.flatMap(({ messages }) => messages.map(({ message, line }) => `${line}: ${message}`)),
    ).toEqual([])
    expect(page).not.toMatch(/<(?:script|img|iframe|object|link rel="?(?:stylesheet|preload))/)
    expect(page).not.toMatch(/@import|url\(|https?:\/\/(?!kettles\.example)/)
    expect(page).toContain('&#x3C;script>alert("tea")&#x3C;/script> &#x26; &#x3C;b>kettles&#x3C;/b>')
    expect(page).not.toMatch(/href="?javascript/)
    expect(page.match(/<svg[^>]*role="img"/g)?.length).toBe(page.match(/The same as a table/g)?.length)
  })

  it('is left as it was', async () => {
    const root = scratch()
    cpSync(join(fixtures, 'jekyll'), root, { recursive: true })
    const before = hashesOf(root)
    await audit(root, '.')
    await audit(root, '.', '--format', 'html')
    expect(hashesOf(root)).toEqual(before)
  })

  it('is the same wherever one stands, places apart', async () => {
    const from = await audit(join(fixtures, 'jekyll'), '.')
    expect(from.stdout).toContain('\n       _posts/2025-01-21-qbr-recap.md:1\n')
    const whole = await audit(packageRoot, 'test/fixtures/audit/jekyll')
    expect(whole.stdout).toContain('\n       test/fixtures/audit/jekyll/_posts/2025-01-21-qbr-recap.md:1\n')
    const outside = await audit(scratch(), join(fixtures, 'jekyll'))
    expect(outside.stdout).toContain(`${fixtures}/jekyll/_posts/2025-01-21-qbr-recap.md:1`)
  })
})

const text = 'Boil the water first, and wait for a minute.'
const yaml = (title: string, more = '') => `---\ntitle: ${title}\ndate: 2026-01-02\n${more}---\n`

describe('each program', () => {
  it.each<[string, string, Record<string, string>]>([
    [
      'Jekyll',
      '_posts/2026-01-03-cups.md',
      {
        '_config.yml': 'title: Tea\n',
        '_posts/2026-01-02-tea.md': `${yaml('How do you brew tea?')}${text} [Cups]({% post_url 2026-01-03-cups %})`,
        '_posts/2026-01-03-cups.md': yaml('Which cups keep warm?') + text,
      },
    ],
    [
      'Hugo',
      'content/posts/cups.md',
      {
        'hugo.toml': 'title = "Tea"\n',
        'content/posts/tea.md': `+++\ntitle = "How do you brew tea?"\ndate = 2026-01-02\n+++\n${text} [Cups]({{< ref "cups.md" >}})`,
        'content/posts/cups.md': `{\n"title": "Which cups keep warm?",\n"date": "2026-01-03"\n}\n${text}`,
      },
    ],
    [
      'Astro',
      'src/content/blog/cups.mdx',
      {
        'astro.config.mjs': 'export default {}\n',
        'src/content/blog/tea.md': `${yaml('How do you brew tea?')}${text} [Cups](/blog/cups/)`,
        'src/content/blog/cups.mdx': `${yaml('Which cups keep warm?')}import Cup from './cup.astro'\n\n<Cup size={{ a: 1 }} />\n\n${text}`,
      },
    ],
    [
      'Docusaurus',
      'blog/2026-01-03-cups/index.md',
      {
        'docusaurus.config.js': 'module.exports = {}\n',
        'blog/2026-01-02-tea.md': `${yaml('How do you brew tea?')}${text} [Cups](./2026-01-03-cups/index.md)`,
        'blog/2026-01-03-cups/index.md': yaml('Which cups keep warm?') + text,
      },
    ],
    [
      'Eleventy',
      'posts/cups.md',
      {
        '.eleventy.js': 'module.exports = {}\n',
        'posts/tea.md': `${yaml('How do you brew tea?', 'tags: post\n')}${text} [Cups]({{ '/posts/cups/' | url }})`,
        'posts/cups.md': yaml('Which cups keep warm?', 'tags: post\n') + text,
      },
    ],
    [
      'Markdown',
      'cups.md',
      {
        'tea.md': `${yaml('How do you brew tea?')}${text} [Cups](cups.md)`,
        'cups.md': yaml('Which cups keep warm?') + text,
      },
    ],
  ])('%s: its links are followed', async (program, file, files) => {
    const told = await jsonOf(scratch(files))
    expect(told).toMatchObject({ program, counts: { posts: 2, faults: 0 } })
    const cups = told.posts.find((post: { file: string }) => post.file === file)
    expect(cups.linkedFrom).toHaveLength(1)
    expect(told.orphans).toHaveLength(1)
  })
})

describe('one file', () => {
  it('tells what can be told of one, and says so', async () => {
    const { status, stdout } = await audit(fixtures, 'jekyll/_posts/2025-01-21-qbr-recap.md')
    expect(status).toBe(0)
    expect(stdout).toContain('One file: what others share with it')
    expect(stdout).not.toMatch(/no other post leads to|What the blog is made of/)
  })

  it('may be a draft', async () => {
    const { stdout } = await audit(fixtures, 'jekyll/_drafts/handles.md')
    expect(stdout).toContain('· 1 post ·')
  })
})

it('tells a post in HTML, of an export too', async () => {
  const item = (id: number, title: string, body: string) =>
    `<item><title>${title}</title><link>https://tea.example/p${id}/</link><wp:post_id>${id}</wp:post_id><wp:post_date>2026-01-02 10:00:00</wp:post_date><wp:post_date_gmt>2026-01-02 10:00:00</wp:post_date_gmt><wp:post_name>p${id}</wp:post_name><wp:status>publish</wp:status><wp:post_type>post</wp:post_type><content:encoded><![CDATA[${body}]]></content:encoded></item>`
  const root = scratch({
    'export.xml': `<?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:wp="http://wordpress.org/export/1.2/"><channel><title>Tea</title><wp:wxr_version>1.2</wp:wxr_version>${item(1, 'How do you brew tea?', '<p>The XQJ says so. <a href="https://tea.example/p2/">Cups</a></p>')}${item(2, 'Which cups keep warm?', '<p>Thick ones.</p>')}</channel></rss>`,
  })
  const { status, stdout } = await audit(root, 'export.xml', '--format', 'json')
  expect(status).toBe(0)
  expect(JSON.parse(stdout)).toMatchObject({
    program: 'WordPress',
    counts: { posts: 2, html: 2 },
    insider: { words: [{ word: 'XQJ', posts: 1 }] },
    orphans: [{ title: 'How do you brew tea?' }],
  })
})

describe('bad input', () => {
  it('is said file by file, and the rest goes on', async () => {
    const root = scratch({
      'good.md': yaml('How do you brew tea?') + text,
      'broken.md': '---\ntitle: [a\nb: "c\n---\nText.\n',
      'binary.md': new Uint8Array([0xff, 0xd8, 0xff, 0xe0, 1, 2, 3]),
      'huge.md': 'a'.repeat(1_100_000),
      'run.md': '---js\n({ title: process.exit(3) })\n---\nText.\n',
    })
    symlinkSync('/etc/hostname', join(root, 'link.md'))
    const { status, stdout, stderr } = await audit(root, '.')
    expect(status).toBe(1)
    expect(stdout).toContain('· 1 post ·')
    expect(stdout).toContain('5 files could not be read, and the rest was.')
    expect(
      stderr
        .trim()
        .split('\n')
        .map((line) => line.split(':')[0]),
    ).toEqual(['binary.md', 'broken.md', 'huge.md', 'link.md', 'run.md'])
    expect(stderr).not.toMatch(/\n {4}at /)
  })

  it('steers no terminal, and is no work without end', async () => {
    const root = scratch({
      'a.md': `---\ntitle: "How \\u202eto \\e[31mbrew?"\n---\nThe \u001b[2JXQJ.\n`,
      'b.md': `${yaml('What opens?')}${'{% '.repeat(100_000)}${'{{ '.repeat(100_000)}${'<a '.repeat(90_000)}`,
      'c.md': `${yaml('How deep?')}${'> '.repeat(5000)}a`,
    })
    const { status, stdout } = await audit(root, '.')
    expect(status).toBe(0)
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what must not come through
    expect(stdout).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u202a-\u202e]/)
  })

  it('is known by its status', async () => {
    const root = scratch({
      'notes.txt': 'x',
      'empty/x.txt': 'x',
      'drafts/a.md': '---\ntitle: A\ndraft: true\n---\nText.',
    })
    const said = async (...args: string[]) => {
      const { status, stderr } = await audit(root, ...args)
      return `${status} ${stderr.trim()}`
    }
    expect(await said('nothing')).toBe('2 There is no file or folder nothing.')
    expect(await said('notes.txt')).toMatch(/^2 notes\.txt is neither Markdown nor an export that is known\./)
    expect(await said('empty')).toMatch(/^2 empty holds no Markdown\./)
    expect(await said('drafts')).toMatch(/^2 drafts holds no post\. There are only drafts/)
    expect(await said('.', '--format', 'pdf')).toMatch(/^2 .*Allowed choices are text, json, html/)
    expect(await said()).toMatch(/^2 .*missing required argument/)
  })
})

describe('--out', () => {
  it('writes over an earlier audit, in the format of its ending', async () => {
    const root = scratch({ 'tea.md': yaml('How do you brew tea?') + text })
    for (const [file, begins] of [
      ['a.html', /^<!DOCTYPE html>/],
      ['a.json', /^\{\n "version": 1/],
      ['a.txt', /^What strangers stumble over in \./],
    ] as const)
      for (const _ of ['first', 'again']) {
        expect(await audit(root, '.', '--out', file)).toMatchObject({
          status: 0,
          stdout: '',
          stderr: `${file} is written.\n`,
        })
        expect(readFileSync(join(root, file), 'utf8')).toMatch(begins)
      }
  })

  it('takes no ending that no format has, unless the format is named', async () => {
    const root = scratch({ 'tea.md': yaml('How do you brew tea?') + text })
    const refused = await audit(root, '.', '--out', 'a.pdf')
    expect(refused).toMatchObject({ status: 2, stderr: expect.stringContaining('.html, .json or .txt') })
    expect(existsSync(join(root, 'a.pdf'))).toBe(false)
    expect(await audit(root, '.', '--out', 'a.report', '--format', 'json')).toMatchObject({ status: 0 })
    expect(JSON.parse(readFileSync(join(root, 'a.report'), 'utf8'))).toMatchObject({ version: 1 })
  })

  it('writes over nothing else, and makes no folder', async () => {
    const root = scratch({
      ...{ 'tea.md': yaml('How do you brew tea?') + text, 'page.html': '<p>Mine</p>' },
      'mine.md': yaml('My Coldread audit') + text,
    })
    for (const file of ['tea.md', 'mine.md', 'page.html', '.', 'new/a.html']) {
      const before = hashesOf(root)
      expect(await audit(root, '.', '--out', file)).toMatchObject({ status: 2, stdout: '' })
      expect(hashesOf(root)).toEqual(before)
      expect(existsSync(join(root, 'new'))).toBe(false)
    }
  })
})
