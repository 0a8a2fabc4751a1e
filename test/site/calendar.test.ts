import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { filesOf } from '../support/built-site.ts'
import { runColdread } from '../support/run-coldread.ts'
import { post, scratchSite } from '../support/scratch-site.ts'

const at = ['--now', '2027-01-15T09:00']

it('is written beside the site, never into it', async () => {
  const root = scratchSite({
    'content/posts/live.mdx': post('Is it live?', 'Words.', 'topics: [cadence]\n'),
    'content/posts/zebra.mdx': '---\ntitle: Zebra plans?\nstatus: draft\nplanned: 2027-02-02\n---\nWords.\n',
  })
  const { status, stdout } = await runColdread(['calendar', '--root', root, ...at])
  expect({ status, stdout }).toEqual({
    status: 0,
    stdout: expect.stringContaining('calendar.ics holds 1 event.'),
  })
  expect(readFileSync(join(root, '.coldread/calendar.ics'), 'utf8')).toContain('Zebra plans?')

  await runColdread(['build', '--root', root, ...at])
  for (const [file, bytes] of filesOf(join(root, 'dist')))
    expect(`${file} ${bytes.toString('utf8')}`).not.toMatch(/zebra|VCALENDAR|\.ics/i)

  const inside = join(root, 'dist/feeds/calendar.ics')
  const refused = await runColdread(['calendar', '--root', root, '--out', inside, ...at])
  expect(refused).toEqual({
    status: 1,
    stdout: '',
    stderr: expect.stringContaining('which everybody can read once it is published. Nothing was written.'),
  })
  expect(existsSync(inside)).toBe(false)
})

it('says in a sentence where it cannot be written', async () => {
  const root = scratchSite({ 'a-file': '' })
  const refused = await runColdread(['calendar', '--root', root, '--out', join(root, 'a-file/x.ics'), ...at])
  expect(refused).toEqual({
    status: 1,
    stdout: '',
    stderr: `${join(root, 'a-file/x.ics')} was not written: a file is in its place.\n`,
  })
})
