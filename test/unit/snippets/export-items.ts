import { parse } from 'yaml'
import { planSchema } from '../../../src/calendar/plan.ts'
import { momentOf } from '../../../src/calendar/time.ts'
import type { ExportItem, FormatContext } from '../../../src/snippets/format.ts'
import { queueItem } from './queue-items.ts'

/** A moment, written as the clock shows it in a zone. */
export function at(local: string, zone = 'Europe/Tallinn'): ExportItem['at'] {
  return momentOf(Temporal.ZonedDateTime.from(`${local}[${zone}]`))
}

/** An item with a time, that nothing is wrong with save what is given. */
export function exportItem(given: Partial<ExportItem> = {}): ExportItem {
  return { ...queueItem(), at: at('2027-03-29T09:00'), ...given }
}

/** A plan as people write it, with what is said of `exports`. */
export function contextOf(exports = ''): FormatContext {
  return planSchema.parse(
    parse(`
site: { name: Corner Shop Notes, about: Two shopkeepers, url: https://notes.example/blog }
zone: Europe/Tallinn
channels:
  linkedin: { network: linkedin, account: corner-shop }
  page: { network: facebook }
  fans: { network: facebook }
  pins: { network: pinterest }
  toots: { network: mastodon }
  x: { network: x }
  phone: { network: phone }
${exports}`),
  )
}

export const fullExports = `
exports:
  buffer: { boards: { pins: Shop windows } }
  publer: { boards: { pins: Shop windows } }
  sprout-social: { dates: dd/mm/yyyy }
  postiz:
    channels:
      linkedin: { integration: li-1, settings: { __type: linkedin-page } }
      page: { integration: fb-1 }
      fans: { integration: fb-2 }
      pins: { integration: pin-1, settings: { board: "8123" } }
      toots: { integration: ma-1 }
      x: { integration: x-1 }
  templates:
    metricool:
      file: ./exports/metricool.csv
      columns:
        Text: "{text}"
        Date: "{year}-{month}-{day}"
        Time: "{hour}:{minute}:00"
        Draft: "FALSE"
        Picture Url 1: "{image}"
        Alt text picture 1: "{alt}"
        First Comment Text: "{comment}"
        Brand name: Corner Shop
      networks: { x: Twitter/X, linkedin: LinkedIn, facebook: Facebook, pinterest: Pinterest }
      mostRows: 50
    hootsuite:
      columns:
        Date: "{day}/{month}/{year} {hour}:{minute}"
        Message: "{words}"
        Link: "{url}"
      mostRows: 350
`

const numbered = (name: string) => Array.from({ length: 10 }, (_, index) => `${name} ${index + 1}`)

/** The first line of a template as it comes from an account that has all its networks. */
export const metricoolTemplate = `\uFEFF${[
  ...['Text', 'Date', 'Time', 'Draft', 'Facebook', 'Twitter/X', 'LinkedIn', 'GBP', 'Instagram', 'Pinterest'],
  ...['TikTok', 'Youtube', 'Threads', 'Bluesky', ...numbered('Picture Url'), ...numbered('Alt text picture')],
  ...['Document title', 'Shortener', 'Pinterest Board', 'Pinterest Pin Title', 'GBP Post Type'],
  ...['Facebook Post Type', 'First Comment Text', 'LinkedIn Type', 'Brand name'],
].join(';')}\r\n`

const image = { path: 'content/posts/week.png', hash: '0', alt: 'A week, with "two" marked days' }
const imageUrl = 'https://notes.example/blog/m/3f2a9c.png'
const url = 'https://notes.example/blog/how-often/?utm_source=linkedin'

/** A queue with something of everything. */
export const someItems: readonly ExportItem[] = [
  exportItem({
    id: 'how-often/linkedin/1/1',
    hash: 'a1',
    channel: 'linkedin',
    network: 'linkedin',
    kind: 'link',
    parts: ['Two posts a week, that you keep, beat "seven" that you don\'t.\n\nWhich rhythm do you hold?'],
    url,
    image,
    imageUrl,
    firstComment: 'Here is the sheet, to copy; three columns.',
    at: at('2027-03-28T08:30'),
  }),
  exportItem({
    id: 'how-often/linkedin/2/1',
    hash: 'a2',
    channel: 'linkedin',
    network: 'linkedin',
    parts: ['What do you do in a week when nothing happens? 🧵👩‍👩‍👧‍👦'],
    // Nine in the evening in New York is four in the morning of the next day in Tallinn.
    at: at('2027-03-28T21:00', 'America/New_York'),
  }),
  exportItem({
    id: 'how-often/page/1/1',
    hash: 'b1',
    channel: 'page',
    network: 'facebook',
    parts: ['- a list, at its beginning\n- and its end'],
    at: at('2027-03-29T09:00'),
  }),
  exportItem({
    id: 'how-often/fans/1/1',
    hash: 'b2',
    channel: 'fans',
    network: 'facebook',
    parts: ['כמה פעמים בשבוע? שלוש, אולי.'],
    at: at('2027-03-29T09:05'),
  }),
  exportItem({
    id: 'how-often/pins/1/1',
    hash: 'c1',
    channel: 'pins',
    network: 'pinterest',
    kind: 'link',
    parts: ['A week with two marked days'],
    url: 'https://notes.example/blog/how-often/?utm_source=pinterest',
    image,
    imageUrl,
    at: at('2027-03-30T10:00'),
  }),
  exportItem({
    id: 'how-often/toots/1/1',
    hash: 'd1',
    channel: 'toots',
    network: 'mastodon',
    parts: ['Näitus: kaks korda nädalas; mitte rohkem, \\ mitte vähem'],
    at: at('2027-03-30T10:00'),
  }),
  exportItem({
    id: 'how-often/x/1/1',
    hash: 'e1',
    channel: 'x',
    network: 'x',
    parts: ['First, count your hours.', 'Then halve what you planned.'],
    image,
    imageUrl,
    firstComment: 'Questions below.',
    at: at('2027-03-30T11:00'),
  }),
  exportItem({
    id: 'how-often/phone/1/1',
    hash: 'f1',
    channel: 'phone',
    network: 'phone',
    parts: ['Call the three who asked last week'],
    at: at('2027-03-31T09:00'),
  }),
  exportItem({
    id: 'activity/fairs/1/1',
    hash: 'g1',
    channel: '',
    kind: 'activity',
    parts: ['Spring fair\nBring the price list'],
    allDay: true,
    at: at('2027-04-02T00:00'),
  }),
  exportItem({
    id: 'activity/fairs/2/1',
    hash: 'g2',
    channel: 'phone',
    network: 'phone',
    kind: 'activity',
    parts: ['An hour of calls'],
    minutes: 60,
    at: at('2027-04-05T09:00'),
  }),
].map(({ network, ...item }) =>
  item.kind === 'activity' && item.channel === '' ? item : { ...item, ...(network && { network }) },
)
