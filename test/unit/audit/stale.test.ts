import { expect, it } from 'vitest'
import { stalePosts, staleWords } from '../../../src/audit/stale.ts'
import { audited } from '../../support/audited-post.ts'

const today = '2026-11-22'
const dated = [{ words: 'this year', line: 9, column: 3 }]

it.each([
  [{ published: '2026-01-01' }, []],
  [{ published: '2024-11-22' }, []],
  [{ published: '2024-11-21' }, ['dated 2 years ago']],
  [{ published: '2019-01-01', updated: '2026-01-01' }, []],
  [{ published: '2025-11-21', dated }, ['it says `this year`']],
  [{ published: '2025-11-22', dated }, []],
  [
    { published: '2025-11-21', dated: [{ words: 'our new', line: 1, column: 1 }] },
    ['the title says `our new`'],
  ],
  [{ published: '2025-03-01', title: 'Best kettles of 2025' }, ['the title says `2025`']],
  [{ published: '2026-03-01', title: 'Best kettles of 2026' }, []],
  [{ published: '2026-03-01', title: 'Kettles of 1926' }, []],
  [{ title: 'Best kettles of 2019' }, []],
  [
    { published: '2019-01-01', title: 'Best of 2019', dated },
    ['the title says `2019`', 'it says `this year`', 'dated 7 years ago'],
  ],
])('%j: %j', (fields, words) => {
  const post = audited('a.md', fields)
  const [found] = stalePosts([post], today)
  expect((found?.reasons ?? []).map((reason) => staleWords(reason, post, today))).toEqual(words)
})

it('names the surest first, then the oldest', () => {
  const posts = [
    audited('old.md', { published: '2010-01-01' }),
    audited('older.md', { published: '2009-01-01' }),
    audited('words.md', { published: '2025-01-01', dated }),
    audited('year.md', { published: '2025-01-01', title: 'Kettles of 2025' }),
  ]
  expect(stalePosts(posts, today).map(({ post }) => post.file)).toEqual([
    'year.md',
    'words.md',
    'older.md',
    'old.md',
  ])
})
