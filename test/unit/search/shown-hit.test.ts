import { expect, it } from 'vitest'
import type { Piece } from '../../../src/components/search/pieces.ts'
import { shownHit } from '../../../src/components/search/shown-hit.ts'
import { hit } from './hit.ts'

const marked = (pieces: readonly Piece[] = []) =>
  pieces
    .map(({ text, isMarked }) => (isMarked ? `[${text}]` : text))
    .join('')
    .trim()

const post = hit(
  `How [often] should you post? As [often] as you can keep up. That may be once a week.
   ## Why a rhythm?
   People look when they expect you. So be [often] on time, and [often] the same.
   ## Can you post too [often]?
   Yes. Comments wait for days.
   ## What helps?
   A calendar [often] does.`,
  { answer: 'As often as you can keep up.' },
)

it('shows the question, its answer, and the places to read on, the fullest first', () => {
  const { title, url, answer, passages } = shownHit(post, 3)
  expect({ title, url, answer: marked(answer) }).toEqual({
    title: 'How often should you post?',
    url: '/post/',
    answer: 'As [often] as you can keep up.',
  })
  expect(passages.map(({ heading, url, text }) => [marked(heading), url, marked(text)])).toEqual([
    [
      'Why a rhythm?',
      '/post/#h0:~:text=So%20be%20often%20on%20time%2C%20and%20often%20the%20same',
      'So be [often] on time, and [often] the same.',
    ],
    ['Can you post too [often]?', '/post/#h1', 'Yes. Comments wait for days.'],
    ['What helps?', '/post/#h2:~:text=A%20calendar%20often%20does', 'A calendar [often] does.'],
  ])
})

it('shows at most so many places', () => {
  expect(shownHit(post, 1).passages.map(({ heading }) => marked(heading))).toEqual(['Why a rhythm?'])
})

it('shows what stands before the first heading, where that is all', () => {
  const { passages } = shownHit(
    hit('How often? Weekly. Then the [oven] breaks and nothing appears.\n## Why?\nBecause.', {
      answer: 'Weekly.',
    }),
    3,
  )
  expect(passages).toHaveLength(1)
  expect(passages[0]?.heading).toBeUndefined()
  expect(passages[0]?.url).toBe('/post/#:~:text=Then%20the%20oven%20breaks%20and%20nothing%20appears')
})

it('shows the answer alone where only the question, the answer or other words for it were found', () => {
  const inAnswer = hit('How [often]? As [often] as you can.\n## Why?\nBecause.', {
    answer: 'As often as you can.',
  })
  const byOtherWords = hit('How often? Weekly.\n## Why?\nBecause.', {
    answer: 'Weekly.',
    aka: 'posting schedule',
  })
  expect(shownHit(inAnswer, 3).passages).toEqual([])
  expect(shownHit(byOtherWords, 3).passages).toEqual([])
  expect(marked(shownHit(byOtherWords, 3).answer)).toBe('Weekly.')
})
