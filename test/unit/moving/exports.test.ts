import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { filePrograms } from '../../../plugins/moving/file-programs.ts'
import { type Fault, renderFault } from '../../../src/calendar/fault.ts'
import { isFault, type Source } from '../../../src/moving/source.ts'
import { packageRoot } from '../../support/run-coldread.ts'
import { renderSource } from './render-source.ts'

const fixtures = `${packageRoot}test/fixtures/moving`

function programOf(path: string) {
  const head = readFileSync(path, 'utf8').slice(0, 4000)
  return Object.entries(filePrograms).find(([, { recognizes }]) => recognizes(head))
}

async function open(path: string): Promise<Source | Fault> {
  const program = programOf(path)?.[1]
  if (!program) throw new Error('nothing recognizes it')
  return program.open(path)
}

/** What is said of an export: why it is not opened, or titles of its posts and what is wrong with others. */
async function said(path: string): Promise<string[]> {
  const source = await open(path)
  if ('what' in source) return [renderFault(source)]
  const all: string[] = []
  for await (const post of source.posts()) all.push(isFault(post) ? renderFault(post) : (post.title ?? ''))
  return all
}

function scratch(name: string, data: string | Uint8Array): string {
  const folder = mkdtempSync(join(tmpdir(), 'coldread-export-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  writeFileSync(join(folder, name), data)
  return join(folder, name)
}

it.each(['wordpress/tea-shop.xml', 'ghost/tea-shop.json'])('reads all of %s', async (file) => {
  const source = await open(`${fixtures}/${file}`)
  if ('what' in source) throw new Error(renderFault(source))
  const text = await renderSource(source)
  await expect(text).toMatchFileSnapshot(`${fixtures}/${file}.golden.txt`)
  expect(await renderSource(source), 'a second reading gives the same').toBe(text)
  expect(text).not.toMatch(/A comment that must not be moved|secret\.example|\$2a\$10|stranger@/)
})

it.each([
  ['version-1.0.xml', ['One whole post']],
  ['version-1.1.xml', ['One whole post']],
  ['no-prefix.xml', ['One whole post']],
  [
    'truncated.xml',
    [
      'One whole post',
      'truncated.xml:53:1  the export ends here, in the middle: “One whole post” was the last whole entry — export it anew, or take the rest from a second export',
    ],
  ],
  [
    'unmatched.xml',
    [
      'One whole post',
      'After it',
      'unmatched.xml:45:1  tags that do not match — look at the posts around this line',
    ],
  ],
  [
    'entity-bomb.xml',
    [
      'entity-bomb.xml:12:1  a document type that declares things of its own — export it anew: WordPress writes none',
    ],
  ],
  [
    'outside-entity.xml',
    [
      'outside-entity.xml:2:1  a document type that declares things of its own — export it anew: WordPress writes none',
    ],
  ],
  [
    'latin1.xml',
    [
      'latin1.xml:10:1  written in ISO-8859-1, it says — save it as UTF-8 and let its first line say so: encoding="UTF-8"',
    ],
  ],
])('says of wordpress/%s what can be read', async (file, expected) => {
  expect(await said(`${fixtures}/wordpress/${file}`)).toEqual(expected)
})

it.each([
  [
    'no-posts.json',
    'no-posts.json:1:1  JSON without the posts of a Ghost export — in Ghost, take Settings, Import/Export, Export content, and name that file',
  ],
  [
    'truncated.json',
    'truncated.json:16:922  the export ends here, in the middle — export it anew: Ghost writes JSON that is whole',
  ],
])('says of ghost/%s why it cannot be read', async (file, expected) => {
  expect(await said(`${fixtures}/ghost/${file}`)).toEqual([expected])
})

it.each([
  ['a binary file', Uint8Array.from({ length: 5000 }, (_, index) => (index * 7919) % 256)],
  ['a feed', '<?xml version="1.0"?><rss version="2.0"><channel><title>A feed</title></channel></rss>'],
  ['a page', '<!doctype html><html><body>rss</body></html>'],
  ['other JSON', '{"name": "a-package", "version": "1.0.0"}'],
  ['a list', '[1, 2, 3]'],
  ['nothing', ''],
])('does not take %s for an export', (_name, data) => {
  expect(programOf(scratch('export.xml', data))).toBeUndefined()
})

const head = readFileSync(`${fixtures}/wordpress/version-1.1.xml`, 'utf8').split('\t<item>')[0]

it.each([
  ['tags within tags', `${head}${'<a>'.repeat(200_000)}`, /tags within tags without end/],
  [
    'a text without end',
    `${head}<item><title><![CDATA[${'x'.repeat(9_000_000)}`,
    /a single text of more than 8 million/,
  ],
  [
    'a post of more than a million characters',
    `${head}<item><title>Long</title><content:encoded>${'word '.repeat(300_000)}</content:encoded></item></channel></rss>`,
    /“Long” has 1\.5 million characters — at most 1 million are moved/,
  ],
  [
    'a page in front of it',
    `Warning: cannot modify header\n${head}<item><title>Kept</title></item></channel></rss>`,
    /^Kept$/,
  ],
])('reads %s as far as that goes', async (_name, text, expected) => {
  expect((await said(scratch('export.xml', text))).join('\n')).toMatch(expected)
})
