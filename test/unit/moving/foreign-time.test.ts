import { describe, expect, it } from 'vitest'
import { dateInName, readForeignTime } from '../../../src/moving/foreign-time.ts'
import { publishOf } from '../../../src/moving/publish-of.ts'

const zone = 'Europe/Tallinn'

describe('readForeignTime', () => {
  it.each([
    ['2019-03-04', { local: '2019-03-04', zone }],
    ['2019/3/4', { local: '2019-03-04', zone }],
    ['2019-03-04 09:30', { local: '2019-03-04T09:30', zone }],
    ['2019-03-04T09:30:15', { local: '2019-03-04T09:30', zone }],
    ['2019-03-04 9:30 pm', { local: '2019-03-04T21:30', zone }],
    ['2019-03-04 09:30:00 +0200', { instant: '2019-03-04T07:30:00Z' }],
    ['2019-03-04T09:30:00-05:00', { instant: '2019-03-04T14:30:00Z' }],
    ['2019-03-04T09:30:00.000Z', { instant: '2019-03-04T09:30:00Z' }],
    ['2019-03-04 09:30:00 Asia/Tokyo', { local: '2019-03-04T09:30', zone: 'Asia/Tokyo' }],
    ['Jul 08 2022', { local: '2022-07-08', zone }],
    ['8 July, 2022', { local: '2022-07-08', zone }],
    ['July 8th, 2022 at 10:00', { local: '2022-07-08T10:00', zone }],
    ['Mon, 04 Mar 2019 10:00:00 GMT', { instant: '2019-03-04T10:00:00Z' }],
  ])('reads %s', (written, time) => expect(readForeignTime(written, zone)).toEqual(time))

  it.each([
    '03/04/2019',
    '2019-02-30',
    '2019-13-01',
    '2019',
    'yesterday',
    'git Last Modified',
    '2019-03-04 25:00',
    '1066-10-14',
  ])('does not guess what %s means', (written) => expect(readForeignTime(written, zone)).toBeUndefined())
})

describe('dateInName', () => {
  it.each([
    ['2019-03-04-why-tea', { day: '2019-03-04', rest: 'why-tea' }],
    ['2019-3-4-why', { day: '2019-03-04', rest: 'why' }],
    ['2019-03-04', { day: '2019-03-04', rest: '' }],
    ['2021-02-30-no', undefined],
    ['why-2019-03-04', undefined],
  ])('of %s', (name, read) => expect(dateInName(name)).toEqual(read))
})

describe('publishOf', () => {
  it.each([
    ['a day', { local: '2019-03-04' }, { publish: '2019-03-04' }],
    ['a time in the plan’s zone', { local: '2019-03-04T09:30', zone }, { publish: '2019-03-04 09:30' }],
    [
      'one elsewhere',
      { local: '2019-03-04T09:30', zone: 'Asia/Tokyo' },
      { publish: '2019-03-04 09:30', zone: 'Asia/Tokyo' },
    ],
    ['an instant', { instant: '2019-03-04T07:30:00Z' }, { publish: '2019-03-04 09:30' }],
    [
      'a time that no clock shows',
      { local: '2019-03-31T03:30', zone },
      { publish: '2019-03-31 03:30', fold: 'earlier' },
    ],
    [
      'the first of two',
      { instant: '2020-10-25T00:30:00Z' },
      { publish: '2020-10-25 03:30', fold: 'earlier' },
    ],
    [
      'the second of two',
      { instant: '2020-10-25T01:30:00Z' },
      { publish: '2020-10-25 03:30', fold: 'later' },
    ],
  ])('of %s', (_, time, fields) => expect(publishOf(time, zone, undefined).fields).toEqual(fields))

  it('takes the zone of the old site for a time without one', () =>
    expect(publishOf({ local: '2019-03-04T09:30' }, zone, 'America/New_York').fields).toEqual({
      publish: '2019-03-04 09:30',
      zone: 'America/New_York',
    }))
})
