import { expect, it } from 'vitest'
import { planSchema } from '../../../src/calendar/plan.ts'
import { checkItem } from '../../../src/snippets/check-item.ts'
import type { QueueItem } from '../../../src/snippets/queue-item.ts'
import { queueItem } from './queue-items.ts'

const plan = planSchema.parse({
  site: { name: 'Notes', about: 'Notes', url: 'https://notes.example' },
  zone: 'UTC',
  channels: { x: { network: 'x' }, fediverse: { network: 'mastodon', limit: 20 } },
})

const said = (given: Partial<QueueItem>) =>
  checkItem(queueItem(given), plan).map(
    ({ level, field, what, mend }) => `${level} ${field.join('.')}: ${what}; ${mend}`,
  )
const tags = (count: number) => Array.from({ length: count }, (_, index) => `#tag${index}`).join(' ')
const image = { path: 'content/posts/week.png', hash: '', alt: 'A week' }

it.each<[string, Partial<QueueItem>, string[]]>([
  ['nothing of what is fine', {}, []],
  [
    'what is too long with its link',
    { parts: [`${'words '.repeat(45)}end`], url: 'https://example.com/posting' },
    [
      'error snippets.x.0.text: this text has 297 characters with its link, and X takes 280: 17 too many, from `words words words end` on; shorten it by that much, or write it as a thread in `parts`',
    ],
  ],
  [
    'what is too long for the channel, in a thread',
    {
      channel: 'fediverse',
      network: 'mastodon',
      parts: ['Two posts a week.', 'Two posts a week are plenty.'],
    },
    [
      'error snippets.fediverse.0.parts.1: this text has 28 characters, and Mastodon takes 20: 8 too many, from `plenty.` on; shorten it by that much, or move the rest to the next of `parts`',
    ],
  ],
  [
    'bytes that people do not see',
    { network: 'bluesky', parts: ['👨‍👩‍👧‍👦'.repeat(130)] },
    [
      `error snippets.x.0.text: this text has 3,250 bytes, and Bluesky takes 3,000: 250 too many, from \`${'👨‍👩‍👧‍👦'.repeat(5)}…\` on; shorten it by that much, or write it as a thread in \`parts\``,
    ],
  ],
  [
    'a later wording, at the snippet as a whole',
    { id: 'posting/x/1/2', parts: ['a'.repeat(281)] },
    [
      `error snippets.x.0: this text has 281 characters, and X takes 280: 1 too many, from \`a\` on; shorten it by that much, or write it as a thread in \`parts\``,
    ],
  ],
  [
    'a missing image',
    { network: 'pinterest' },
    [
      'error snippets.x.0: Pinterest posts nothing without an image; add `image: { src: ./name.png, alt: What it shows }`',
    ],
  ],
  [
    'an image without a description',
    { image: { ...image, alt: ' ' } },
    [
      'error snippets.x.0.image: this image is not described; say in `alt` what it shows, for someone who cannot see it',
    ],
  ],
  [
    'nothing of a description that nobody is shown',
    { network: 'google-business', image: { ...image, alt: '' } },
    [],
  ],
  [
    'an image on the phone',
    { network: 'phone', image },
    ['warning snippets.x.0.image: nobody sees an image on Phone; say it in words, and remove `image`'],
  ],
  [
    'hashtags that look like bait',
    { network: 'instagram', image, parts: [tags(4)], firstComment: tags(2) },
    [
      'warning snippets.x.0: 6 hashtags, and on Instagram more than 5 look like bait; keep the 5 that people would look under',
    ],
  ],
  [
    'hashtags that are refused',
    { network: 'instagram', image, parts: [tags(31)] },
    [
      'error snippets.x.0: 31 hashtags, and Instagram refuses more than 30; keep the 5 that people would look under',
    ],
  ],
  [
    'nothing of few hashtags, or of signs that are none',
    { network: 'instagram', image, parts: [`${tags(5)} #1 a#b`] },
    [],
  ],
  [
    'a link that nobody can follow',
    { network: 'instagram', image, kind: 'link', url: 'https://example.com/a#b' },
    [
      'warning snippets.x.0.text: `https://example.com/a#b` cannot be followed on Instagram; write `kind: tip` so that no link is added, and say in words where to find it',
    ],
  ],
  [
    'too many links',
    { network: 'threads', parts: [[1, 2, 3, 4, 5, 6, 6].map((each) => `https://a.com/${each}`).join(' ')] },
    ['error snippets.x.0.text: 6 links, and Threads refuses more than 5; keep the ones that matter most'],
  ],
  [
    'a thread where there are none',
    { network: 'linkedin', parts: ['One.', 'Two.'] },
    [
      'error snippets.x.0.parts: LinkedIn has no threads; write one `text`, and put what does not fit into `firstComment`',
    ],
  ],
  [
    'a promise about no offer',
    { only: true },
    [
      'warning snippets.x.0.only: `only` is for an offer, and this is of kind `tip`; write `kind: offer`, or remove `only`',
    ],
  ],
  [
    'a story that nobody agreed to',
    { kind: 'story' },
    [
      'warning snippets.x.0: it is not said who agreed that their story is told; ask them, and write `consent: Name, 2027-01-15`',
    ],
  ],
  ['nothing of a story with consent', { kind: 'story', consent: 'Mari, 2027-01-02' }, []],
  [
    'words that a spreadsheet takes for a formula',
    { parts: ['=SUM(A1)', '+1 to that', '\tIndented'] },
    [
      'error snippets.x.0.parts.0: the words begin with `=`, which a spreadsheet takes for a formula or drops; begin with a word',
      'error snippets.x.0.parts.2: the words begin with a tab, which a spreadsheet takes for a formula or drops; begin with a word',
    ],
  ],
  [
    'signs that nobody sees',
    {
      parts: ['One\ntwo\tthree', 'Two\u2028three'],
      firstComment: '\0',
      network: 'x',
      image: { ...image, alt: 'A\rweek' },
    },
    [
      'error snippets.x.0.parts.1: the words hold U+2028 behind `Two`, which nobody sees and many tools break at; delete it, or begin a new line as usual',
      'error snippets.x.0.firstComment: the words hold U+0000, which nobody sees and many tools break at; delete it, or begin a new line as usual',
      'error snippets.x.0.image.alt: the words hold U+000D behind `A`, which nobody sees and many tools break at; delete it, or begin a new line as usual',
    ],
  ],
  [
    'that a time is too early for its page',
    {
      at: { local: '2027-01-05T10:00', zone: 'UTC', instant: '2027-01-05T10:00:00Z' },
      tooEarly: { local: '2027-01-05T09:30', zone: 'UTC', instant: '2027-01-05T09:30:00Z' },
    },
    [
      'warning snippets.x.0.at: on `2027-01-05 09:30` its page may not be there yet, so it goes out on `2027-01-05 10:00`; write that time or a later one, or publish the post earlier; `site.rebuildEvery` in the plan says how long a page may take',
    ],
  ],
  ['nothing of the length of an activity', { kind: 'activity', parts: ['a'.repeat(300)] }, []],
])('says %s', (_what, given, expected) => {
  expect(said(given)).toEqual(expected)
})
