import { execFileSync } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { boardBlog } from '../support/board-blog.ts'
import { filesOf, hashesOf } from '../support/built-site.ts'
import { runColdread } from '../support/run-coldread.ts'
import { post, scratchSite } from '../support/scratch-site.ts'

const now = '2026-11-22T12:00'
const drawn = (root: string, ...more: string[]) =>
  runColdread(['board', '--root', root, '--now', now, ...more])
let root: string
let board: string

beforeAll(async () => {
  root = boardBlog()
  board = join(root, '.coldread/board')
  expect(await drawn(root)).toMatchObject({ status: 0, stderr: '' })
})
afterAll(() => rmSync(root, { recursive: true, force: true }))

describe('the board', () => {
  it('says where it is, and is a folder for each view', async () => {
    const { stdout } = await drawn(root)
    expect(stdout).toMatch(
      /^\d+ pages in .*\.coldread\/board\/\. Open .*\.coldread\/board\/index\.html\. Keep them private/,
    )
    const folders = readdirSync(board, { withFileTypes: true }).filter((entry) => entry.isDirectory())
    expect(folders.map(({ name }) => name).sort()).toEqual(
      'barometer cadence calendar findings ideas mix pipeline queue search'.split(' '),
    )
    expect(readFileSync(join(board, 'index.html'), 'utf8')).toContain('url=calendar/index.html')
  })

  it('is the same from the same content, wherever it goes', async () => {
    const before = hashesOf(board)
    const out = join(root, 'elsewhere/board')
    expect(await drawn(root)).toMatchObject({ status: 0 })
    expect(hashesOf(board)).toEqual(before)
    expect(await drawn(root, '--out', out)).toMatchObject({ status: 0, stderr: '' })
    // From there the way to files is as long: only addresses of files may differ, and do not.
    expect(hashesOf(out)).toEqual(before)
  })

  it('is of another day with another now, and leaves no page of the day before', async () => {
    expect(existsSync(join(board, 'calendar/month-2026-05.html'))).toBe(true)
    const ended = await runColdread(['board', '--root', root, '--now', '2027-02-01T09:00'])
    expect(ended).toMatchObject({ status: 0 })
    expect(existsSync(join(board, 'calendar/month-2026-05.html'))).toBe(false)
    const page = readFileSync(join(board, 'calendar/index.html'), 'utf8')
    expect(page).toContain('as of Mon 1 Feb 09:00')
    expect(page).toContain('<h2>February 2027</h2>')
    expect(await drawn(root)).toMatchObject({ status: 0 })
  })

  it('loads nothing from elsewhere, runs nothing, and asks search engines to stay away', () => {
    let pages = 0
    for (const [file, bytes] of filesOf(board)) {
      if (!file.endsWith('.html')) continue
      pages++
      const html = bytes.toString('utf8')
      expect(html, file).toContain('noindex')
      expect(html, file).not.toMatch(/<script|<iframe|<object| on[a-z]+="|javascript:/i)
      expect(html.match(/<(?:link|img)[^>]*(?:href|src)="(?:https?:)?\/\/[^"]*"/g), file).toBeNull()
    }
    expect(pages).toBeGreaterThan(30)
  })

  it('leaves the last board as it was while content has faults, and says what they are', async () => {
    const before = hashesOf(board)
    const file = join(root, 'content/posts/soft.mdx')
    const text = readFileSync(file, 'utf8')
    writeFileSync(file, text.replace('draft', 'drafty'))
    const { status, stderr } = await drawn(root)
    expect(status).toBe(1)
    expect(stderr).toMatch(/soft\.mdx:3:9 .*did you mean `draft`/)
    expect(hashesOf(board)).toEqual(before)
    writeFileSync(file, text)
  })

  it('shows what of the inbox can be read, and says what cannot', async () => {
    const inbox = join(root, 'content/inbox')
    mkdirSync(inbox, { recursive: true })
    writeFileSync(join(inbox, 'bad.jsonl'), '{"type":"nope"}\n')
    const { status, stdout, stderr } = await drawn(root)
    rmSync(join(inbox, 'bad.jsonl'))
    expect(status).toBe(1)
    expect(stderr).toMatch(/^content\/inbox\/bad\.jsonl:1:/)
    expect(stdout).toContain('pages in')
  })

  it.each<[string, string[], RegExp]>([
    ['the built site', ['--out', 'dist'], /is a built site, which everybody can read/],
    ['a folder in it', ['--out', 'dist/board'], /is a built site, which everybody can read/],
    ['the sources', ['--out', 'content/board'], /is among the sources/],
    ['the project', ['--out', '.'], /holds the project itself/],
    ['a folder of somebody else', ['--out', 'foreign'], /holds what no build made: notes\.txt/],
    ['no time', ['--now', 'soon'], /--now: soon is no day/],
  ])('refuses %s as its place or time', async (_, args, message) => {
    mkdirSync(join(root, 'foreign'), { recursive: true })
    writeFileSync(join(root, 'foreign/notes.txt'), 'mine')
    const full = args.map((arg, index) => (args[index - 1] === '--out' ? join(root, arg) : arg))
    const { status, stderr } = await runColdread(['board', '--root', root, ...full])
    expect(status).toBe(2)
    expect(stderr).toMatch(message)
    expect(existsSync(join(root, 'dist/board'))).toBe(false)
  })
})

it('stands in no built site, beside whose content it lies', async () => {
  expect(await runColdread(['build', '--root', root, '--now', now])).toMatchObject({ status: 0, stderr: '' })
  const files = filesOf(join(root, 'dist'))
  expect(files.size).toBeGreaterThan(20)
  for (const [file, bytes] of files) {
    expect(file).not.toMatch(/_board|(^|\/)board/)
    const text = bytes.toString('utf8')
    for (const trace of ['_board', 'data-view=', 'board.css', 'A soft one', 'Nothing goes out'])
      expect(text.includes(trace), `${trace} in ${file}`).toBe(false)
  }
})

it('knows how long posts rest, from the last commit and from files that differ from it', async () => {
  const site = scratchSite({
    'content/posts/old.mdx': '---\ntitle: Old\nstatus: draft\n---\nWords.\n',
    'content/posts/new.mdx': '---\ntitle: New\nstatus: draft\n---\nWords.\n',
    'content/posts/live.mdx': post('Is it live?'),
  })
  const git = (...args: string[]) =>
    execFileSync('git', ['-c', 'user.name=a', '-c', 'user.email=a@b.example', ...args], {
      cwd: site,
      env: {
        ...process.env,
        GIT_COMMITTER_DATE: '2027-01-01T10:00:00Z',
        GIT_AUTHOR_DATE: '2027-01-01T10:00:00Z',
      },
    })
  const ages = async () => {
    const { status } = await runColdread(['board', '--root', site, '--now', '2027-02-15T09:00'])
    expect(status).toBe(0)
    return readFileSync(join(site, '.coldread/board/pipeline/index.html'), 'utf8')
  }
  expect(await ages()).toContain('How long posts rest is not known')
  git('init', '-q')
  git('add', '.')
  git('commit', '-qm', 'posts')
  const page = await ages()
  expect(page.match(/no change for 45 days/g)).toHaveLength(2)
  const shallow = `${site}-shallow`
  git('commit', '-q', '--allow-empty', '-m', 'more')
  git('clone', '-q', '--depth', '1', `file://${site}`, shallow)
  cpSync(shallow, join(site, 'copy'), { recursive: true })
  rmSync(shallow, { recursive: true })
  expect(await runColdread(['board', '--root', join(site, 'copy')])).toMatchObject({ status: 0 })
  expect(readFileSync(join(site, 'copy/.coldread/board/pipeline/index.html'), 'utf8')).toContain(
    'is not known',
  )
})
