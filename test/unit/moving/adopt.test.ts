import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, relative, resolve } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { adopt } from '../../../plugins/moving/adopt.ts'
import { openSource } from '../../../plugins/moving/open-source.ts'
import { readFolder } from '../../../plugins/moving/read-folder.ts'
import { adoptWish, finishAdopting } from '../../../plugins/moving/run-adopt.ts'
import type { ForeignPost } from '../../../src/moving/foreign-post.ts'
import type { Source } from '../../../src/moving/source.ts'
import { openContent } from '../../../src/open.ts'

const now = '2027-01-15T09:00'
const fixtures = 'test/fixtures/moving'
const programs = ['jekyll', 'hugo', 'astro', 'eleventy', 'docusaurus', 'markdown'] as const

function scratch(files: Readonly<Record<string, string | Uint8Array>> = {}): string {
  const root = mkdtempSync(join(tmpdir(), 'coldread-moving-'))
  onTestFinished(() => rmSync(root, { recursive: true, force: true }))
  for (const [file, data] of Object.entries(files)) {
    mkdirSync(dirname(join(root, file)), { recursive: true })
    writeFileSync(join(root, file), data)
  }
  return root
}

/** A link to a folder. */
function linkTo(folder: string): string {
  const link = join(mkdtempSync(join(tmpdir(), 'coldread-moving-')), 'link')
  symlinkSync(resolve(folder), link)
  return link
}

async function bring(source: string, to: string, wishes: object = {}) {
  const wish = adoptWish({ source, to, now, ...wishes })
  if ('problem' in wish) throw new Error(wish.problem)
  const opened = await openSource(source)
  if ('what' in opened) throw new Error(opened.what)
  const report = await adopt(opened, relative('test/fixtures', source).replace(/^\.\..*/, 'old'), wish)
  return { report, ...(await finishAdopting(report, wish)) }
}

function textsIn(root: string): Record<string, string> {
  const files = readdirSync(root, { recursive: true, encoding: 'utf8' }).sort()
  return Object.fromEntries(
    files
      .filter((file) => statSync(join(root, file)).isFile())
      .map((file) => [file, readFileSync(join(root, file), 'latin1')]),
  )
}

describe.each(programs)('a blog of %s', (program) => {
  it('is recognized', () => expect(readFolder(`${fixtures}/${program}`).program).toBe(program))

  it('becomes what it should', async () => {
    const to = scratch()
    await bring(`${fixtures}/${program}`, to)
    const golden = `../../fixtures/moved/${program}`
    const files = Object.keys(textsIn(to))
    await expect(`${files.join('\n')}\n`).toMatchFileSnapshot(`${golden}/files.txt`)
    for (const file of files.filter((file) => /\.(mdx|md|yaml|jsonl)$/.test(file)))
      await expect(readFileSync(join(to, file), 'utf8')).toMatchFileSnapshot(`${golden}/${file}`)
  })

  it('opens without faults, and says only guesses and what is new', async () => {
    const to = scratch()
    await bring(`${fixtures}/${program}`, to)
    expect(openContent(to, now)).toHaveProperty('opened')
    expect(existsSync(join(to, 'content/lint-baseline.json'))).toBe(true)
  })

  it('comes over once', async () => {
    const to = scratch()
    await bring(`${fixtures}/${program}`, to)
    const first = textsIn(to)
    const { report } = await bring(`${fixtures}/${program}`, to)
    expect(textsIn(to)).toEqual(first)
    expect(report).toMatchObject({ posts: [], moved: [] })
  })

  it('is left as it is by a rehearsal', async () => {
    const to = join(scratch(), 'new')
    const { report } = await bring(`${fixtures}/${program}`, to, { dryRun: true })
    expect(report.posts.length).toBeGreaterThan(0)
    expect(existsSync(to)).toBe(false)
  })
})

const old = (files: Readonly<Record<string, string | Uint8Array>> = {}) =>
  scratch({ '_config.yml': 'title: Old\nurl: https://old.example\n', ...files })
const post = (
  title: string,
  body = 'A few words that say something about the matter at hand.',
  fields = '',
) => `---\ntitle: ${title}\ndate: 2019-03-04\n${fields}---\n${body}\n`

describe('adopt', () => {
  it('leaves alone what was edited or deleted here, and says what changed there', async () => {
    const source = old({
      '_posts/2019-03-04-a.md': post('A'),
      '_posts/2019-03-04-b.md': post('B'),
      '_posts/2019-03-04-c.md': post('C'),
    })
    const to = scratch()
    await bring(source, to)
    writeFileSync(join(to, 'content/posts/a.mdx'), 'edited')
    rmSync(join(to, 'content/posts/b.mdx'))
    writeFileSync(
      join(to, 'content/posts/a.mdx'),
      readFileSync(join(to, 'content/posts/c.mdx'), 'utf8')
        .replace('title: C', 'title: Edited')
        .replace(/formerPaths:\n.*\n/, ''),
    )
    writeFileSync(join(source, '_posts/2019-03-04-c.md'), post('C', 'Other words.'))
    writeFileSync(join(source, '_posts/2019-03-04-d.md'), post('D'))
    const before = readFileSync(join(to, 'content/posts/c.mdx'), 'utf8')
    const { report, said } = await bring(source, to)
    expect(report.posts.map(({ file }) => file)).toEqual(['content/posts/d.mdx'])
    expect(report.moved).toEqual([{ source: '_posts/2019-03-04-c.md', file: 'content/posts/c.mdx' }])
    expect(said).toContain('Changed in the source since: _posts/2019-03-04-c.md')
    expect(readFileSync(join(to, 'content/posts/a.mdx'), 'utf8')).toContain('title: Edited')
    expect(readFileSync(join(to, 'content/posts/c.mdx'), 'utf8')).toBe(before)
    expect(existsSync(join(to, 'content/posts/b.mdx'))).toBe(false)
    expect(existsSync(join(to, 'adopted-2.md'))).toBe(true)
  })

  it('leads nothing to a post that was deleted here', async () => {
    const source = old({ '_posts/2019-03-04-a.md': post('A'), '_posts/2019-03-04-b.md': post('B') })
    const to = scratch()
    await bring(source, to)
    rmSync(join(to, 'content/posts/b.mdx'))
    writeFileSync(
      join(source, '_posts/2019-03-04-d.md'),
      post('D', 'More of it is in [the second](/2019/03/04/b.html), and in [the first](/2019/03/04/a.html).'),
    )
    const { isFailure } = await bring(source, to)
    expect(isFailure).toBe(false)
    expect(textsIn(to)['content/posts/d.mdx']).toContain('the second, and in [the first](./a.mdx)')
    expect(openContent(to, now)).toHaveProperty('opened')
  })

  it('goes on where a run was broken off before it remembered a post', async () => {
    const source = old({ '_posts/2019-03-04-a.md': post('A') })
    const to = scratch()
    await bring(source, to)
    const first = textsIn(to)
    rmSync(join(to, 'content/adopted.jsonl'))
    mkdirSync(join(to, '.coldread'), { recursive: true })
    writeFileSync(join(to, '.coldread/adopting.jsonl'), first['content/adopted.jsonl'] as string)
    await bring(source, to)
    expect(Object.keys(textsIn(to)).filter((file) => file.endsWith('.mdx'))).toEqual(['content/posts/a.mdx'])
    expect(textsIn(to)['content/adopted.jsonl']).toBe(first['content/adopted.jsonl'])
  })

  it('brings every post, though two have one number, a long name or the end of a record is gone', async () => {
    const given = (file: string, title: string, text: string): ForeignPost => ({
      ...{
        file,
        title,
        kind: 'post',
        state: 'published',
        addresses: [],
        categories: [],
        tags: [],
        dropped: [],
      },
      body: { syntax: 'markdown', text, line: 1 },
    })
    const posts = [
      given('post-1', 'A', 'First.'),
      given('post-1', 'B', 'Second.'),
      given('𝐚'.repeat(45), '𝐚'.repeat(45), 'Third.'),
    ]
    const source: Source = {
      ...{ program: 'WordPress', site: { title: 'Two' }, authors: {}, dropped: [] },
      async *posts() {
        yield* posts
      },
    }
    const to = scratch()
    const wish = { to, now }
    expect((await adopt(source, 'old', wish)).posts).toHaveLength(3)
    const made = Object.keys(textsIn(to)).filter((file) => file.endsWith('.mdx'))
    expect(made).toHaveLength(3)
    const record = join(to, 'content/adopted.jsonl')
    writeFileSync(record, readFileSync(record, 'utf8').trimEnd())
    posts.push(given('post-4', 'D', 'Fourth.'))
    // A category more at the start of an export moves every entry down.
    posts[0] = { ...(posts[0] as ForeignPost), body: { syntax: 'markdown', text: 'First.', line: 9 } }
    expect(await adopt(source, 'old', wish)).toMatchObject({ posts: [{ title: 'D' }], moved: [], known: 3 })
    expect(await adopt(source, 'old', wish)).toMatchObject({ posts: [], known: 4 })
  })

  it('says which post came up while the blog was read', async () => {
    let times = 0
    const source: Source = {
      ...{ program: 'Hugo', site: { title: 'Two' }, authors: {}, dropped: [] },
      async *posts() {
        const names = ++times === 1 ? ['a.md'] : ['a.md', 'b.md']
        for (const file of names)
          yield {
            ...{
              file,
              title: file,
              kind: 'post',
              state: 'published',
              addresses: [],
              categories: [],
              tags: [],
            },
            ...{ dropped: [], body: { syntax: 'markdown', text: 'Words.', line: 1 } },
          } satisfies ForeignPost
      },
    }
    const { posts, faults } = await adopt(source, 'old', { to: scratch(), now })
    expect(posts).toHaveLength(1)
    expect(faults).toMatchObject([{ file: 'b.md', what: 'it changed while it was read' }])
  })

  it('takes the plan, the people and the posts that are there', async () => {
    const plan =
      'site: { name: New, about: A, url: https://new.example }\nzone: Asia/Tokyo\ntopics: { tea: { title: Tea } }\nchannels: {}\n'
    const to = scratch({
      'content/plan.yaml': plan,
      'content/authors.yaml': 'ann: { name: Ann Oak }\n',
      'content/posts/a.mdx': '---\ntitle: Own\n---\n',
    })
    const source = old({
      '_posts/2019-03-04-a.md': post(
        'A',
        '[x](/2019/03/04/b.html) [y](https://old.example/nowhere/)',
        'author: Ann Oak\ncategories: [Tea, Cups]\n',
      ),
      '_posts/2019-03-04-b.md': post('B', undefined, 'author: Bo\n'),
    })
    const { report } = await bring(source, to)
    expect(readFileSync(join(to, 'content/plan.yaml'), 'utf8')).toBe(plan)
    expect(report.posts.map(({ file }) => file)).toEqual(['content/posts/a-2.mdx', 'content/posts/b.mdx'])
    const text = readFileSync(join(to, 'content/posts/a-2.mdx'), 'utf8')
    expect(text).toContain('author: ann')
    expect(text).toContain('topics:\n  - tea\n')
    expect(text).toContain('[x](./b.mdx) [y](https://old.example/nowhere/)')
    expect(report.posts[1]?.dropped.map(({ what }) => what)).toContain('the author Bo')
  })

  it.each([
    ['without topics', 'topics: {}\n'],
    ['that asks for a takeaway', 'topics: { tea: { title: Tea } }\nrequires: [takeaway]\n'],
    ['that asks for approval', 'topics: { tea: { title: Tea } }\nrequires: [approval]\n'],
    ['with topics of its own', 'topics: { tea: { title: Tea }, cups: { title: Cups } }\n'],
  ])('leaves nothing at fault in a blog with a plan %s', async (_, fields) => {
    for (const program of programs) {
      const to = scratch({
        'content/plan.yaml': `site: { name: New, about: A, url: https://new.example }\nzone: Asia/Tokyo\nchannels: {}\n${fields}`,
        'content/authors.yaml': 'editors: { name: New, kind: organization }\n',
        'content/posts/at-night.mdx': '---\ntitle: At night\nformerPaths: [/2019/03/prune-in-march/]\n---\n',
      })
      const { report } = await bring(`${fixtures}/${program}`, to)
      expect(report.posts.length).toBeGreaterThan(0)
      expect(openContent(to, now)).toHaveProperty('opened')
    }
  })

  it('reads and writes nothing outside, and goes on', async () => {
    const outside = scratch({ 'secret.md': post('Secret'), 'secret.png': 'no picture' })
    const source = old({
      '_posts/2019-03-04-good.md': post(
        'Good',
        '![a](../../../secret.png) ![b](/img/out.png) ![c](/img/evil.svg) ![d](/img/text.png) [e](../../../../etc/passwd)',
      ),
      '_posts/2019-03-04-dots.md': post('Dots', 'Words.', 'permalink: /../../etc/passwd/\nslug: ../../up\n'),
      '_posts/2019-03-04-binary.md': new Uint8Array([0xff, 0xfe, 0, 1]),
      '_posts/2019-03-04-zero.md': 'a\0b',
      '_posts/2019-03-04-big.md': `---\ntitle: Big\n---\n${'words '.repeat(900_000)}`,
      '_posts/2019-03-04-deep.md': `---\na: ${'['.repeat(9000)}\n---\n`,
      '_posts/2019-03-04-brackets.md': post('Brackets', '['.repeat(3000)),
      'img/evil.svg': '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>',
      'img/text.png': 'not a picture at all',
    })
    symlinkSync(join(outside, 'secret.md'), join(source, '_posts/2019-03-04-link.md'))
    symlinkSync(outside, join(source, '_posts/folder'))
    symlinkSync(join(outside, 'secret.png'), join(source, 'img/out.png'))
    const to = scratch()
    const { report, isFailure } = await bring(source, join(to, 'new'))
    expect(report.posts.map(({ file }) => file)).toEqual(['content/posts/up.mdx', 'content/posts/good.mdx'])
    expect(report.faults.map(({ file, what }) => `${file}: ${what}`).sort()).toEqual([
      '_posts/2019-03-04-big.md: a text of 5.4 MB',
      '_posts/2019-03-04-binary.md: a character that is not UTF-8',
      '_posts/2019-03-04-brackets.md: 1000 brackets are open here',
      '_posts/2019-03-04-deep.md: values nested too deeply',
      '_posts/2019-03-04-link.md: a link that leads out of the folder, or to no file',
      '_posts/2019-03-04-zero.md: this is no text',
      '_posts/folder: a link that leads out of the folder, or to no file',
      'img/out.png: a link that leads out of the folder, or to no file',
    ])
    expect(isFailure).toBe(true)
    expect(Object.keys(textsIn(to)).filter((file) => /png|svg/.test(file))).toEqual([])
    expect(readdirSync(to)).toEqual(['new'])
    expect(openContent(join(to, 'new'), now)).toHaveProperty('opened')
  })

  it('does not follow a link out of the folder it writes to', async () => {
    const outside = scratch()
    const to = scratch({ 'content/note.txt': '' })
    symlinkSync(outside, join(to, 'content/posts'))
    await expect(bring(old({ '_posts/2019-03-04-a.md': post('A') }), to)).rejects.toThrow(
      'a link that leads out of the folder',
    )
    expect(readdirSync(outside)).toEqual([])
  })

  it.each([
    ['the blog itself', { to: fixtures }, 'lies in the blog itself'],
    ['the blog by another name', { to: linkTo(fixtures) }, 'lies in the blog itself'],
    ['what holds it', { source: 'content/posts', to: '.' }, 'lies in the content of'],
    ['a file', { to: 'package.json' }, 'is a file'],
    ['no zone', { zone: 'Europe/Talin' }, 'did you mean Europe/Tallinn?'],
    ['no address', { url: 'new' }, 'is no address of a site'],
    ['no folder of files', { files: 'nowhere' }, 'there is no folder nowhere'],
    ['no source', { source: 'nowhere' }, 'There is nothing at nowhere'],
  ])('refuses %s', (_, wishes, problem) => {
    const wish = adoptWish({ source: fixtures, to: join(tmpdir(), 'new'), now, ...wishes })
    expect('problem' in wish && wish.problem).toContain(problem)
  })
})
