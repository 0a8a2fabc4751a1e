import { existsSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { runColdread } from '../support/run-coldread.ts'
import { plan, post, scratchSite } from '../support/scratch-site.ts'

const secret = 'the value of a secret'

/** Runs a build over a site that has one good post beside what is given. */
async function buildWith(files: Record<string, string | Uint8Array>, spoil?: (root: string) => void) {
  const root = scratchSite({ 'content/posts/good.mdx': post('Is it good?'), ...files })
  spoil?.(root)
  const ended = await runColdread(['build', '--root', root, '--now', '2027-01-15T09:00'], {
    env: { COLDREAD_TEST_SECRET: secret },
  })
  return { root, ...ended }
}

const body = (text: string) => ({ 'content/posts/bad.mdx': post('Is it bad?', text) })

it.each<[string, Record<string, string | Uint8Array>, RegExp[]]>([
  [
    'broken YAML',
    { 'content/posts/bad.mdx': '---\ntitle: One: two\n---\nText.\n' },
    [/bad\.mdx:2:8 {2}.*colon.*\n {4}title: "One: two"/],
  ],
  [
    'a front matter block of JavaScript',
    { 'content/posts/bad.mdx': "---js\nrequire('node:fs').writeFileSync('ran', '')\n---\nText.\n" },
    [/bad\.mdx:1:1 {2}front matter written in `js`/],
  ],
  ['an import', body("import x from './x.js'\n\nText."), [/bad\.mdx:8:1 .*`import /]],
  ['an expression', body('Text {process.env.COLDREAD_TEST_SECRET} text.'), [/bad\.mdx:8:6 /]],
  ['an unclosed component', body('<Steps>\n\n1. One'), [/bad\.mdx:8:1 .*<\/Steps>/]],
  [
    'an unknown component',
    body('<Stepz>\n\n1. One\n\n</Stepz>'),
    [/bad\.mdx:8:1 .*`<?Stepz>?`.*did you mean `<?Steps>?`/i],
  ],
  ['a script', body('<script>alert(1)</script>'), [/bad\.mdx:8:1 .*script/]],
  ['an address that runs code', body('[x](javascript:alert(1))'), [/bad\.mdx:8:1 .*javascript:/]],
  [
    'a post of 5 MB',
    { 'content/posts/bad.mdx': post('Is it bad?', 'word '.repeat(1_000_000)) },
    [/bad\.mdx:1:1 {2}a text of 5\.0 MB — at most 1 MB is read/],
  ],
  [
    'an empty file',
    { 'content/posts/bad.mdx': '' },
    [/bad\.mdx:1:1 {2}an empty file — begin the file with an entry/],
  ],
  [
    'Latin-1',
    { 'content/posts/bad.mdx': Buffer.from(post('Is it bad?', 'Caf\u00e9 au lait.'), 'latin1') },
    [/bad\.mdx:8:4 {2}a character that is not UTF-8 — save the file as UTF-8/],
  ],
  [
    'an unknown zone',
    { 'content/plan.yaml': plan.replace('Europe/Tallinn', 'Europe/Talinn') },
    [/plan\.yaml:5:7 {2}`Europe\/Talinn` is no time zone/],
  ],
  ['a link to half an escape', body('[x](#%)'), [/bad\.mdx:8:1 .*`#%`/]],
  [
    'a picture with a script',
    {
      ...body('![x](./x.svg)'),
      'content/posts/x.svg': '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>',
    },
    [/x\.svg:1:1 {2}this picture holds a script — export it as a plain SVG/],
  ],
  [
    'a picture that runs on load',
    { 'content/posts/x.svg': '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>' },
    [/x\.svg:1:1 {2}this picture holds a script in an attribute/],
  ],
  ['a text named as a picture', { 'content/posts/x.png': 'text' }, [/x\.png:1:1 {2}this is no PNG/]],
  [
    'an image with a query',
    { ...body('![x](./x.svg?url)'), 'content/posts/x.svg': '<svg xmlns="http://www.w3.org/2000/svg"/>' },
    [/bad\.mdx:8:1 {2}`\.\/x\.svg\?url` is no file/],
  ],
  [
    'a missing image',
    body('![A week](./week.png)'),
    [/bad\.mdx:8:1 {2}there is no image `content\/posts\/week\.png`/],
  ],
  [
    'a missing image in a component',
    body('<Figure src="./week.png" alt="A week" />'),
    [/bad\.mdx:8:\d+ {2}there is no image/],
  ],
  [
    'a link to no post',
    body('[Good](./goof.mdx)'),
    [/bad\.mdx:8:1 {2}`\.\/goof\.mdx` is no post — did you mean `\.\/good\.mdx`\?/],
  ],
  [
    'a link to no page',
    body('[Good](/topics/cadense/)'),
    [/bad\.mdx:8:1 .*did you mean `\/topics\/cadence\/`/],
  ],
  ['a link to no heading', body('## Why?\n\n[Up](#wy)'), [/bad\.mdx:10:1 .*`#wy`.*`#why`/]],
  [
    'a post in Markdown',
    { 'content/posts/bad.md': post('Is it bad?') },
    [/bad\.md:1:1 {2}nothing reads this file — posts end in `\.mdx`/],
  ],
])('refuses %s with its place, and writes nothing', async (_, files, messages) => {
  const { root, status, stderr, stdout } = await buildWith(files)
  expect(status).toBe(1)
  for (const message of messages) expect(stderr).toMatch(message)
  expect(stderr).toContain(`${messages.length} fault${messages.length > 1 ? 's' : ''} in `)
  expect(stderr).not.toMatch(/\n +at /)
  expect(stdout + stderr).not.toContain(secret)
  expect(existsSync(join(root, 'dist'))).toBe(false)
  expect(existsSync('ran')).toBe(false)
})

it.each<[string, (root: string) => void]>([
  [
    'a file outside',
    (root) =>
      symlinkSync(
        join(scratchSite({ 'secret.mdx': post('Secret?') }), 'secret.mdx'),
        join(root, 'content/posts/link.mdx'),
      ),
  ],
  [
    'a folder outside',
    (root) =>
      symlinkSync(scratchSite({ 'secret.mdx': 'secret words' }), join(root, 'content/posts/link.mdx')),
  ],
  ['its own folder', (root) => symlinkSync('..', join(root, 'content/posts/link.mdx'))],
  ['nothing', (root) => symlinkSync('nowhere', join(root, 'content/posts/link.mdx'))],
])('refuses a link to %s, and does not read what it leads to', async (_, spoil) => {
  const { status, stderr } = await buildWith({}, spoil)
  expect(status).toBe(1)
  expect(stderr).toContain('content/posts/link.mdx:1:1  a link to something that is no file in `content/`')
  expect(stderr).toContain('1 fault in 1 file')
  expect(stderr.toLowerCase()).not.toContain('secret')
})

it('says how to begin when there is no plan', async () => {
  const root = scratchSite({})
  mkdirSync(join(root, 'empty'))
  const { status, stderr } = await runColdread(['build', '--root', join(root, 'empty')])
  expect(status).toBe(1)
  expect(stderr).toContain('content/plan.yaml:1:1  there is no plan')
})

it('keeps the last good build when the next one has faults, and names all of them at once', async () => {
  const root = scratchSite({ 'content/posts/good.mdx': post('Is it good?') })
  mkdirSync(join(root, 'dist'))
  writeFileSync(join(root, 'dist/.coldread.json'), '{"base":"/","names":["llms.txt"]}')
  writeFileSync(join(root, 'dist/llms.txt'), 'the last good build')
  writeFileSync(join(root, 'content/posts/bad.mdx'), '---\ntitel: x\n---\n')
  writeFileSync(join(root, 'content/posts/worse.mdx'), post('Worse?', 'Text {1 + 1}.', 'topics: [cadense]\n'))
  const { status, stderr } = await runColdread(['build', '--root', root, '--now', '2027-01-15T09:00'])
  expect(status).toBe(1)
  expect(stderr).toContain('did you mean `title`?')
  expect(stderr).toContain('did you mean `cadence`?')
  expect(stderr).toMatch(/worse\.mdx:9:6/)
  expect(readFileSync(join(root, 'dist/llms.txt'), 'utf8')).toBe('the last good build')
})

it.each<[string[], RegExp]>([
  [['bild'], /unknown command 'bild'[\s\S]*build/],
  [['build', '--nwo', '2027-01-15'], /unknown option '--nwo'[\s\S]*--now/],
  [['build', '--now', 'tomorrow'], /--now: tomorrow is no day/],
  [['build', '--root', '/nowhere/at/all'], /There is no folder \/nowhere\/at\/all/],
  [['build', '--out', '.'], /holds the project itself/],
  [
    ['show', 'how-often-should-a-small-busines-post'],
    /Did you mean how-often-should-a-small-business-post\?/,
  ],
  [['new'], /Give the post a title/],
  [['new', '???'], /needs a title with letters/],
  [['build', '--root', 'README.md'], /There is no folder README\.md/],
  [['build', '--out', 'content/posts/x'], /is among the sources/],
  [['build', '--out', 'package.json'], /package\.json is a file/],
  [['build', '--out', 'scripts'], /holds what no build made: accept\.ts/],
  [['dev', '--port', 'abc'], /--port: abc is no port/],
  [['preview', '--out', 'nowhere'], /There is no built site in nowhere\/ yet/],
  [
    ['build', '--now', '2027-03-28T03:30', '--root', 'test/fixtures/blog'],
    /does not exist in Europe\/Tallinn/,
  ],
  [['begin', '--yes', '--name', 'X'], /these are needed: --about --url --zone --slot --question/],
])('coldread %j is wrong use, and says what is right', async (args, message) => {
  const { status, stderr } = await runColdread(args)
  expect(stderr).toMatch(message)
  expect(status).toBe(2)
})
