import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { sweepParts } from '../../../plugins/queue/sweep-parts.ts'
import { scratchSite } from '../../support/scratch-site.ts'

const name = '20261201T070000Z-790c36'

it('takes away what killed hand-overs left, and nothing else', () => {
  const kept = [
    `${name}.jsonl`,
    `buffer-x-${name}.csv`,
    'holiday.mov.1a2b3c4d.part',
    `notes-on-${name}.part`,
  ].sort()
  const left = [
    `${name}.jsonl.1a2b3c4d.part`,
    '20261201T070500Z-confirm-790c36.jsonl.1a2b3c4d.part',
    `buffer-work-2-${name}.csv.1a2b3c4d.part`,
    `review-${name}-not-for-import.csv.1a2b3c4d.part`,
  ]
  const root = scratchSite(Object.fromEntries([...kept, ...left].map((file) => [`out/${file}`, ''])))
  sweepParts(join(root, 'out'))
  expect(readdirSync(join(root, 'out')).sort()).toEqual(kept)
  expect(() => sweepParts(join(root, 'nowhere'))).not.toThrow()
})
