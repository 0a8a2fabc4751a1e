import { expect, it } from 'vitest'
import { explainDisk } from '../../../plugins/queue/explain-disk.ts'
import { renderPush } from '../../../plugins/queue/render-push.ts'

it.each([
  [{ why: 'Postiz cannot be reached' }, 'The next push does what is not done yet.'],
  [
    { why: 'Postiz has had enough requests for now', later: '2026-12-01T10:00:00Z' },
    'Push again after 2026-12-01 12:00 (Europe/Tallinn), which does what is not done yet.',
  ],
])('a push that stopped says when to go on: %j', (stopped, next) => {
  const said = renderPush({ done: [], held: [], unchanged: 1, stopped }, 'Europe/Tallinn')
  expect(said).toBe(
    `Nothing was sent.\n\n1 post stood there as wanted before.\nIt stopped early: ${stopped.why}. ${next}`,
  )
})

it.each([
  ['ENOSPC', 'the disk is full'],
  ['EFBIG', 'the file would be larger than is allowed here'],
  ['EWHAT', 'what it said'],
])('says in words why a disk does not take a file: %s', (code, words) => {
  expect(explainDisk(Object.assign(new Error('what it said'), { code }))).toBe(words)
})
