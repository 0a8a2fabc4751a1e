import { expect, it } from 'vitest'
import type { Plan } from '../../../src/calendar/plan.ts'
import { deliveryOf } from '../../../src/delivery/delivery-of.ts'
import type { ExportItem } from '../../../src/snippets/format.ts'

const plan = { site: { url: 'https://notes.example', lang: 'en' }, exports: {} } as Pick<
  Plan,
  'site' | 'exports'
>
const item = {
  id: 'a/sky/1/1',
  hash: 'h',
  channel: 'sky',
  network: 'bluesky',
  at: { instant: '2027-03-29T06:00:00Z' },
  parts: ['Mehr dazu:'],
} as unknown as ExportItem
const about = { title: 'Wie oft?', summary: 'Zweimal die Woche.', lang: 'de' }
const url = 'https://notes.example/a/'

it.each([
  [
    'a post that links to its page',
    { about, url },
    { lang: 'de', card: { title: 'Wie oft?', description: 'Zweimal die Woche.' } },
  ],
  [
    'a page without summary',
    { about: { title: 'Wie oft?', lang: 'de' }, url },
    { lang: 'de', card: { title: 'Wie oft?', description: '' } },
  ],
  ['a post that links nowhere', { about }, { lang: 'de' }],
  ['an activity', {}, { lang: 'en' }],
])('says language and page of %s', (_, more, said) => {
  const { lang, card } = deliveryOf({ ...item, ...more }, plan, 'a/sky/1/1').message
  expect({ lang, ...(card && { card }) }).toEqual(said)
})
