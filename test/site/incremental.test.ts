import { cpSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import sharp from 'sharp'
import { expect, it } from 'vitest'
import { hashesOf } from '../support/built-site.ts'
import { runColdread } from '../support/run-coldread.ts'
import { plan, post, scratchSite } from '../support/scratch-site.ts'

const picture = (color: string) =>
  sharp({ create: { width: 500, height: 300, channels: 3, background: color } })
    .png()
    .toBuffer()
const [blue, red] = [await picture('#123456'), await picture('#984321')]

/** Posts that nobody touches, and that other posts are less like than they are like each other. */
const bells = 'small big old new loud soft long short'.split(' ')

const files = {
  'content/plan.yaml': `${plan}series:\n  begin: { title: How to begin, intro: The first steps. }\n`,
  'content/authors.yaml': 'mari: { name: Mari }\njaan: { name: Jaan }\n',
  'content/glossary.yaml': '- { term: rhythm, meaning: How regularly you do something., kind: term }\n',
  'content/posts/apples.mdx': post(
    'How do apples grow?',
    'They keep a rhythm. See [pears](./pears.mdx).',
    'series: begin\n',
  ),
  'content/posts/pears.mdx': post(
    'How do pears grow?',
    '![A pear](./pear.png)\n\nSlowly.',
    'series: begin\n',
  ),
  'content/posts/plums.mdx': post('How do plums grow?', 'With rain.', 'topics: [cadence]\nauthor: jaan\n'),
  'content/posts/nuts.mdx': post('How do nuts grow?', 'High up. Read on at [apples](./apples.mdx).'),
  'content/posts/later.mdx': post('How do figs grow?', 'In the sun.').replace('2026-12-08', '2027-01-16'),
  'content/posts/pear.png': blue,
  ...Object.fromEntries(
    bells.map((kind) => [`content/posts/${kind}.mdx`, post(`Why does a ${kind} bell ring?`, 'It swings.')]),
  ),
}

interface Site {
  edit(path: string, from: string | RegExp, to: string): void
  write(path: string, data: string | Uint8Array): void
  remove(path: string): void
}

const plums = 'content/posts/plums.mdx'
/** What people do between two builds; `again` undoes it when it comes a second time. */
const edits: Record<string, (site: Site, again: boolean) => void> = {
  'words of a post': ({ edit }) => edit('content/posts/apples.mdx', /\.\n$/, '. More of it.\n'),
  'the title of a post': ({ edit }, again) =>
    edit('content/posts/pears.mdx', /^title: .*$/m, `title: How do ${again ? '' : 'big '}pears grow?`),
  'the meaning of a word': ({ edit }, again) =>
    edit('content/glossary.yaml', /meaning: [^.]*/, `meaning: How ${again ? 'often' : 'evenly'} you do it`),
  'a word more or less': ({ write }, again) =>
    write(
      'content/glossary.yaml',
      `- { term: rhythm, meaning: How regularly you do something., kind: term }\n${again ? '' : '- { term: rain, meaning: Water from clouds., kind: term }\n'}`,
    ),
  'the name of an author': ({ edit }, again) =>
    edit('content/authors.yaml', /name: M\w+/, `name: ${again ? 'Mari' : 'Maria'}`),
  'an address in the plan': ({ edit }, again) =>
    edit(
      'content/plan.yaml',
      /about: .*\n( {2}ask: .*\n)?/,
      `about: Two shopkeepers\n${again ? '' : '  ask: mailto:a@notes.example\n'}`,
    ),
  'a component': ({ edit }) => edit(plums, /$/, '\n<Callout kind="note">Mind the wasps.</Callout>\n'),
  'a picture': ({ write }, again) => write('content/posts/pear.png', again ? blue : red),
  'a post that is gone, or back': ({ remove, write }, again) =>
    again ? write(plums, files[plums]) : remove(plums),
  'a post that is a draft, or ready': ({ edit }, again) =>
    edit('content/posts/nuts.mdx', /status: \w+/, `status: ${again ? 'ready' : 'draft'}`),
  'another address': ({ remove, write }, again) => {
    remove(again ? 'content/posts/hazel.mdx' : 'content/posts/nuts.mdx')
    const moved = post('How do nuts grow?', 'High up.', again ? '' : 'formerSlugs: [nuts]\n')
    write(`content/posts/${again ? 'nuts' : 'hazel'}.mdx`, moved)
  },
  'a post more': ({ write }) => write('content/posts/kiwis.mdx', post('How do kiwis grow?', 'On a vine.')),
}

it('comes out as if nothing had been kept, whatever was changed before', async () => {
  const build = async (root: string, now: string) =>
    expect(await runColdread(['build', '--root', root, '--now', now])).toMatchObject({
      status: 0,
      stderr: '',
    })
  const steps = fc.array(
    fc.record({
      names: fc.uniqueArray(fc.constantFrom(...Object.keys(edits)), { maxLength: 2 }),
      day: fc.nat(1),
    }),
    { minLength: 3, maxLength: 3 },
  )
  let keptPages = 0
  await fc.assert(
    fc.asyncProperty(steps, async (steps) => {
      const root = scratchSite(files)
      const at = (path: string) => join(root, path)
      const site: Site = {
        write: (path, data) => writeFileSync(at(path), data),
        remove: (path) => rmSync(at(path), { force: true }),
        edit(path, from, to) {
          const text = readOr(at(path))
          if (text !== undefined) writeFileSync(at(path), text.replace(from, to))
        },
      }
      const done = new Set<string>()
      await build(root, '2027-01-15T09:00')
      for (const { names, day } of steps) {
        for (const name of names) {
          const again = done.delete(name)
          if (!again) done.add(name)
          edits[name]?.(site, again)
        }
        const now = `2027-01-${15 + day}T09:00`
        const before = inodesOf(at('dist'))
        await build(root, now)
        keptPages += Object.entries(inodesOf(at('dist'))).filter(
          ([file, inode]) => before[file] === inode,
        ).length

        const other = scratchSite({})
        cpSync(at('content'), join(other, 'content'), { recursive: true })
        await build(other, now)
        expect(hashesOf(at('dist')), names.join(', ')).toEqual(hashesOf(join(other, 'dist')))
      }
    }),
    { numRuns: 3, seed: Number(process.env.COLDREAD_TEST_SEED ?? 7), endOnFailure: true },
  )
  expect(keptPages).toBeGreaterThan(15)
}, 400_000)

it('has its own images after another blog was built by the same code', async () => {
  const build = async (root: string) =>
    expect(await runColdread(['build', '--root', root, '--now', '2027-01-15T09:00'])).toMatchObject({
      status: 0,
      stderr: '',
    })
  const [one, other] = [scratchSite(files), scratchSite({ ...files, 'content/posts/pear.png': red })]
  await build(one)
  await build(other)
  rmSync(other, { recursive: true })
  // A new picture starts Astro again.
  const green = await picture('#349812')
  writeFileSync(join(one, 'content/posts/pear.png'), green)
  await build(one)
  const clean = scratchSite({ ...files, 'content/posts/pear.png': green })
  await build(clean)
  expect(hashesOf(join(one, 'dist'))).toEqual(hashesOf(join(clean, 'dist')))
})

function readOr(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return undefined
  }
}

/** Which pages of posts are the very same files as before. */
function inodesOf(dist: string): Record<string, number> {
  const pages = Object.keys(hashesOf(dist)).filter((file) => /^\w+\/index\.html$/.test(file))
  return Object.fromEntries(pages.map((file) => [file, statSync(join(dist, file)).ino]))
}
