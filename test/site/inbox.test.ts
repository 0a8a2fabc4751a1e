import { readdirSync, readFileSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { deflateRawSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { runColdread } from '../support/run-coldread.ts'
import { plan, post, scratchSite } from '../support/scratch-site.ts'

const now = '2026-11-23T09:00'
const queries = 'Top queries,Clicks,Impressions,CTR,Position\nhow often to post,3,120,2.5%,8\n'
const days = 'Date,Clicks,Impressions,CTR,Position\n2026-11-19,1,2,50%,3\n2026-11-20,1,2,50%,3\n'

/** A zip of files by name; `claims` says how large they are said to be. */
function zip(files: Readonly<Record<string, string>>, claims?: number): Buffer {
  const [parts, directory]: [Buffer[], Buffer[]] = [[], []]
  let offset = 0
  for (const [name, text] of Object.entries(files)) {
    const packed = deflateRawSync(text)
    const head = Buffer.alloc(26)
    head.writeUInt16LE(20, 0)
    head.writeUInt16LE(8, 4)
    head.writeUInt32LE(packed.length, 14)
    head.writeUInt32LE(claims ?? Buffer.byteLength(text), 18)
    head.writeUInt16LE(Buffer.byteLength(name), 22)
    const local = Buffer.concat([Buffer.from('PK\x03\x04'), head, Buffer.from(name), packed])
    const tail = Buffer.alloc(14)
    tail.writeUInt32LE(offset, 10)
    directory.push(
      Buffer.concat([Buffer.from('PK\x01\x02'), Buffer.from([20, 0]), head, tail, Buffer.from(name)]),
    )
    parts.push(local)
    offset += local.length
  }
  const central = Buffer.concat(directory)
  const end = Buffer.alloc(18)
  end.writeUInt16LE(directory.length, 4)
  end.writeUInt16LE(directory.length, 6)
  end.writeUInt32LE(central.length, 8)
  end.writeUInt32LE(offset, 12)
  return Buffer.concat([...parts, central, Buffer.from('PK\x05\x06'), end])
}

const site = (files: Readonly<Record<string, string | Uint8Array>> = {}) =>
  scratchSite({
    'content/posts/how-often.mdx': post('How often should a shop post?', 'Words.', 'topics: [cadence]\n'),
    ...files,
  })
const run = (root: string, args: readonly string[], input?: string) =>
  runColdread([...args, '--root', root, '--now', now], { ...(input !== undefined && { input }) })

/** All lines of an inbox. */
function inbox(root: string): Record<string, unknown>[] {
  const folder = join(root, 'content/inbox')
  return readdirSync(folder)
    .sort()
    .flatMap((name) => readFileSync(join(folder, name), 'utf8').trim().split('\n'))
    .map((line) => JSON.parse(line))
}

describe('import', () => {
  it('brings in a zip of a search console, and twice is once', async () => {
    const root = site({
      'export.zip': zip({
        'Queries.csv': queries,
        'Chart.csv': days,
        'Countries.csv': 'Country,Clicks,Impressions,CTR,Position\nEstonia,3,120,2.5%,8\n',
        '../../evil.csv': queries,
      }),
    })
    const file = join(root, 'export.zip')
    const first = await run(root, ['import', file])
    expect(first).toMatchObject({
      status: 1,
      stdout: expect.stringContaining('Queries.csv: 1 new entry, read as a search console export\n'),
      stderr: expect.stringContaining('`../../evil.csv` leads out of the zip'),
    })
    expect(inbox(root)).toMatchObject([
      {
        kind: 'search',
        text: 'how often to post',
        on: 'search',
        at: '2026-11-20',
        figures: { impressions: 120 },
      },
    ])
    const again = await run(root, ['import', file])
    expect(again.stdout).toContain('0 new entries, 1 there already')
    expect(inbox(root)).toHaveLength(1)
  })

  it('takes questions that are piped in, and adds only what is new', async () => {
    const root = site()
    expect(await run(root, ['import'], 'How?\nWhy?\n')).toMatchObject({ status: 0, stderr: '' })
    const { stdout } = await run(root, ['import', '-'], '\u{feff}How?\nWhere?\n')
    expect(stdout).toContain('1 new entry, 1 there already')
    expect(
      inbox(root)
        .map(({ text }) => text)
        .sort(),
    ).toEqual(['How?', 'Where?', 'Why?'])
  })

  it('says of every bad file what is wrong, and reads the good rows of all', async () => {
    const levels = '<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">'
    const files = {
      'windows.csv': Buffer.from('Question,Date\nWas kostet ein B\xfcro?,2026-11-01\n', 'latin1'),
      'mark.csv': '\u{feff}Question;Date\nWith a mark?;2026-11-01\n',
      'lacks.csv': '\x1bFrage,Datum\nWie?,2026-11-01\n',
      'formula.csv':
        'Question,Date\n"=HYPERLINK(""https://a.example"")",2026-11-01\nNo formula?,2026-11-01\n',
      'broken.jsonl': '{"text":"Whole?"}\n{"text":\n',
      'open.csv': `${queries}"open,1,2,1%,3\nhow many,0,90,0%,44\n`,
      'bomb.xml': `<!DOCTYPE x [${levels}]><rss><item><title>Safe &b;?</title></item></rss>`,
      'grows.zip': zip({ 'a.csv': 'a' }, 200_000_000),
      'lies.zip': zip({ 'a.csv': 'a'.repeat(100_000) }, 10),
      'book.xlsx': zip({ '[Content_Types].xml': '<Types/>', 'xl/workbook.xml': '<workbook/>' }),
      'picture.png': Buffer.from('\x89PNG\r\n\x1a\n\0\0', 'latin1'),
    }
    const root = site(files)
    writeFileSync(join(root, 'large.csv'), queries)
    truncateSync(join(root, 'large.csv'), 200_000_000)
    const names = [...Object.keys(files), 'large.csv', 'missing.csv']
    const { status, stdout, stderr } = await run(root, ['import', ...names.map((name) => join(root, name))])
    expect(status).toBe(1)
    expect(
      inbox(root)
        .map(({ text }) => text)
        .sort(),
    ).toEqual([
      'No formula?',
      'Safe &b;?',
      'Was kostet ein Büro?',
      'Whole?',
      'With a mark?',
      'how many',
      'how often to post',
    ])
    expect(stdout).toContain('in Windows-1252: look at its accents')
    const said = stderr.replaceAll(`${root}/`, '').split('\n')
    expect(said.slice(0, -3).map((line) => line.split(' — ')[0])).toEqual([
      'bomb.xml:1:1  the feed makes up entities of its own; they were left as they stand',
      'book.xlsx:1:1  a workbook of a spreadsheet',
      'broken.jsonl:2:1  this line is no object of JSON',
      'formula.csv:2:1  a formula where words should be',
      'grows.zip:1:1  `a.csv` grows to 200 MB',
      'lacks.csv:1:1  no column holds the words; it has `Frage`, `Datum`',
      'large.csv:1:1  a file of 200 MB',
      expect.stringMatching(/^lies\.zip:1:1 {2}a zip that cannot be read: /),
      'missing.csv:1:1  there is no such file',
      'open.csv:3:1  a quotation mark without its other half',
      'picture.png:1:1  no text',
    ])
    expect(said.at(-2)).toBe('11 things left out; all else was read.')
  })

  it('reads so many rows of a file, however many there are, and says where it stopped', async () => {
    const root = site({
      'many.jsonl': '{\n'.repeat(300_000),
      'many.csv': `Question\tDate\n${'\t\n'.repeat(300_000)}`,
    })
    const { status, stdout, stderr } = await run(root, [
      'import',
      join(root, 'many.jsonl'),
      join(root, 'many.csv'),
    ])
    expect(stdout.match(/, of its first 250,000 rows alone$/gm)).toHaveLength(2)
    expect(status).toBe(1)
    expect(stderr.split('\n').length).toBeLessThan(60)
    expect(stderr).toMatch(/… and \d+ more\n/)
    expect(stderr).toMatch(/ things left out\.\n$/)
  })

  it('says which columns it took nothing from', async () => {
    const root = site({ 'a.tsv': 'Question\tWho\tMood\nHow?\tMari\tgood\n' })
    const { status, stdout } = await run(root, ['import', join(root, 'a.tsv')])
    expect(status).toBe(0)
    expect(stdout).toContain('read as a table, words from `Question`; not used: `Mood`\n')
  })

  it("reads a table of the plan's, and says what there is when asked for another", async () => {
    const tables =
      'inbox: { people: drop, tables: { helpdesk: { on: email, columns: { text: Frage, by: Wer } } } }\n'
    const root = site({ 'content/plan.yaml': plan + tables, 'a.csv': 'Wer,Frage\nMari,Wie oft?\n' })
    expect((await run(root, ['import', join(root, 'a.csv'), '--as', 'helpdesk'])).status).toBe(0)
    expect(inbox(root)).toMatchObject([{ text: 'Wie oft?', on: 'email' }])
    expect(inbox(root)[0]).not.toHaveProperty('by')
    expect(await run(root, ['import', join(root, 'a.csv'), '--as', 'helpdisk'])).toMatchObject({
      status: 2,
      stderr: 'There is no kind helpdisk. Did you mean helpdesk?\n',
    })
  })
})

describe('heard and answered', () => {
  it('notes a question once, and when it was answered', async () => {
    const root = site()
    const asked = ['heard', 'How often should we post?', '--on', 'phone', '--by', 'Mari Maasikas']
    const { stdout } = await run(root, asked)
    const id = /answered ([0-9a-f]{12})/.exec(stdout)?.[1] as string
    expect((await run(root, asked)).stdout).toBe(`It is noted already, as ${id}.\n`)
    expect(inbox(root)).toHaveLength(1)
    expect(JSON.stringify(inbox(root))).not.toContain('Maasikas')

    const later = [
      'answered',
      id.slice(0, 6),
      '--with',
      'how-often',
      '--root',
      root,
      '--now',
      '2026-11-23T11:00',
    ]
    expect(await runColdread(later)).toMatchObject({
      status: 0,
      stdout: 'Answered with how-often: How often should we post?\n',
    })
    expect((await runColdread(later)).stdout).toBe(`${id} was answered on 2026-11-23 already.\n`)
    expect((await run(root, ['answered'])).stdout).toBe(
      'Half of the answers came within 2 hours (1 in all).\n  phone  2 hours, of 1\n',
    )
  })

  it.each([
    [['heard', 'How?', '--on', 'fone'], 'There is no channel fone. Did you mean phone?\n'],
    [['import', '--on', 'fone'], 'There is no channel fone. Did you mean phone?\n'],
    [['heard', '<br>', '--on', 'phone'], 'no words are left of it — write what was said, or delete it\n'],
    [
      ['heard', 'How?', '--on', 'phone', '--at', 'soon'],
      '`soon` is no time — write it as in `2026-12-08` or `2026-12-08 09:00`\n',
    ],
    [
      ['answered', 'abcd'],
      'There is no entry abcd. See their ids: npm run coldread -- answered\nNothing was noted.\n',
    ],
    [['answered', 'abcd', '--with', 'how-offen'], 'There is no post how-offen. Did you mean how-often?\n'],
    [['ideas', '--top', 'all'], 'Write a number from 1 up, as in --top 20.\n'],
  ])('says how %j is meant', async (args, stderr) => {
    expect(await run(site(), args)).toEqual({ status: 2, stdout: '', stderr })
  })

  it('notes what is heard while a post is broken', async () => {
    const root = site({ 'content/posts/broken.mdx': '---\ntitel: x\n---\n' })
    expect((await run(root, ['heard', 'How?', '--on', 'phone'])).status).toBe(0)
  })
})

it('makes ideas of what was heard, and says which lines it could not read', async () => {
  const root = site({ 'content/inbox/2026-11-01-x.jsonl': '{"type":"heard"}\n' })
  await run(root, ['heard', 'Where do parcels wait?', '--on', 'phone'])
  const { status, stdout, stderr } = await run(root, ['ideas'])
  expect(status).toBe(1)
  expect(stdout).toContain("npm run new -- 'Where do parcels wait?' --purpose service --planned 2026-11-24\n")
  expect(stderr).toContain('content/inbox/2026-11-01-x.jsonl:1:1  this line is no entry of the inbox')
})
