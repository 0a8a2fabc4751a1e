import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest'
import { beginRun, type Run } from '../../../plugins/astro/run.ts'
import { moveDoor } from '../../../plugins/editing/move-door.ts'
import { plan, post, scratchSite } from '../../support/scratch-site.ts'

const now = '2026-11-22T09:00'
const file = 'content/posts/how-often.mdx'

let root: string
let run: Run
let url: string
let key: { token: string; shown: Record<string, string> }

beforeEach(async () => {
  root = scratchSite({ 'content/plan.yaml': `${plan}blackouts: [2026-12-24]\n`, [file]: post('How often?') })
  run = beginRun(root, now, true)
  const door = moveDoor()
  const server = createServer((request, response) => void door.answer(request, response, run))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => void server.close())
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  key = JSON.parse(/>(.*)<\/script>$/.exec(door.keyOf(run))?.[1] ?? '')
})

const read = () => readFileSync(join(root, file), 'utf8')
async function ask(body: unknown, headers: Record<string, string> = {}) {
  const response = await fetch(url, {
    method: 'POST',
    headers: { Origin: url, 'Content-Type': 'application/json', 'X-Coldread-Token': key.token, ...headers },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  })
  return {
    status: response.status,
    ...((await response.json()) as { said?: string; undo?: string; refused?: string }),
  }
}
const move = (more: object = {}) => ({
  name: 'how-often',
  day: '2026-12-15',
  shown: key.shown[file],
  ...more,
})

describe('the door', () => {
  it('moves what was shown, and takes it back once', async () => {
    const moved = await ask(move({ time: '10:00' }))
    expect(moved).toMatchObject({ status: 200, said: expect.stringContaining('2026-12-15 10:00 now') })
    expect(read()).toBe(post('How often?').replace('2026-12-08', '2026-12-15 10:00'))
    expect(await ask({ undo: moved.undo })).toMatchObject({ status: 200 })
    expect(read()).toBe(post('How often?'))
    expect(await ask({ undo: moved.undo })).toMatchObject({
      status: 200,
      refused: 'This move was taken back already.',
    })
  })

  it.each<[string, () => unknown, number, string]>([
    ['a closed day', () => move({ day: '2026-12-24' }), 200, 'is a day on which nothing goes out'],
    ['a file that was shown otherwise', () => move({ shown: 'ffff' }), 200, 'has changed since it was shown'],
    ['a path', () => move({ name: '../../../etc/passwd' }), 200, 'There is no post'],
    ['a name of every object', () => move({ name: '__proto__/constructor/1' }), 200, 'There is no post'],
    ['a day that is none', () => move({ day: '2026-13-01' }), 400, 'This is no move'],
    ['words in place of a time', () => move({ time: '09:00\nstatus: ready' }), 400, 'This is no move'],
    ['what it does not know', () => move({ file }), 400, 'This is no move'],
    ['nothing that was shown', () => move({ shown: undefined }), 400, 'This is no move'],
    ['no object', () => 'null', 400, 'This is no move'],
    ['no JSON', () => '{', 400, 'This is no move'],
    ['more than a move needs', () => move({ name: 'x'.repeat(5000) }), 400, 'This is no move'],
    ['an undo that never was', () => ({ undo: 'abc' }), 200, 'This move was taken back already.'],
  ])('refuses %s', async (_, body, status, refused) => {
    expect(await ask(body())).toEqual({ status, refused: expect.stringContaining(refused) })
    expect(read()).toBe(post('How often?'))
  })

  it('goes by the clock, not by when the content was opened', async () => {
    const clock = vi.spyOn(Temporal.Now, 'instant')
    onTestFinished(() => clock.mockRestore())
    const at = (instant: string) => clock.mockReturnValue(Temporal.Instant.from(instant))
    at('2026-11-22T09:00:00Z')
    run = beginRun(root, undefined, true)
    at('2026-12-01T09:00:30Z')
    expect(await ask(move({ day: '2026-12-01', time: '11:00' }))).toMatchObject({
      refused: expect.stringContaining('`2026-12-01 11:00` is over — choose a time after 2026-12-01 11:00'),
    })
    expect(read()).toBe(post('How often?'))
    expect(await ask(move({ day: '2026-12-01', time: '11:01' }))).toMatchObject({ status: 200 })
  })

  it.each([
    ['another origin', { Origin: 'http://127.0.0.1:1' }],
    ['a token of another door', { 'X-Coldread-Token': 'x'.repeat(32) }],
  ])('stays shut to %s', async (_, headers) => {
    expect(await ask(move(), headers)).toMatchObject({ status: 403 })
    expect(read()).toBe(post('How often?'))
  })

  it('takes nothing back that a planted journal speaks of', async () => {
    writeFileSync(join(root, 'outside.yaml'), 'at: 2026-12-15\n')
    mkdirSync(join(root, '.coldread'), { recursive: true })
    const planted = {
      id: 'x',
      name: 'x',
      file: 'outside.yaml',
      path: ['at'],
      before: '2026-12-08',
      after: 'y',
    }
    const splice = { at: 0, removed: 'at: 2026-12-08\n', inserted: 'at: 2026-12-15\n' }
    const lines = [JSON.stringify({ ...planted, ...splice }), 'null', '{', '[]']
    writeFileSync(join(root, '.coldread/moves.jsonl'), lines.join('\n'))
    expect(await ask({ undo: 'x' })).toMatchObject({ status: 200 })
    expect(readFileSync(join(root, 'outside.yaml'), 'utf8')).toBe('at: 2026-12-15\n')
  })
})

it('tells a page what it needs as data that cannot end early', () => {
  const name = '</script><img>'
  const texts = new Map([[`content/posts/${name}.mdx`, 'x']])
  const html = moveDoor().keyOf({
    ...run,
    opened: { ...run.opened, sources: { ...run.opened.sources, texts } },
  })
  expect(html.match(/<[^>]*>/g)).toEqual(['<script type="application/json" id="move-door">', '</script>'])
  const data = JSON.parse(html.slice(html.indexOf('>') + 1, html.lastIndexOf('<'))) as typeof key
  expect(Object.keys(data.shown)).toEqual([`content/posts/${name}.mdx`])
})
