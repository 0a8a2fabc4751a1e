import { describe, expect, it } from 'vitest'
import { checkBody } from '../../../src/mdx/check-body.ts'
import { shareChecker } from '../../../src/mdx/check-shares.ts'
import { builtIn } from '../../../src/mdx/components.ts'
import { parseBody } from '../../../src/mdx/parse-body.ts'
import { planQueue } from '../../../src/snippets/plan-queue.ts'
import { sharesOf } from '../../../src/snippets/shares-of.ts'
import { calendarOf, readyPost } from '../calendar/corner-shop.ts'

const bodyOf = (text: string) => parseBody({ file: 'content/posts/a.mdx', text, bodyStart: 0 })
const share = (inside: string) => `<Share channel="linkedin">\n\n${inside}\n\n</Share>`

describe('the words of a share', () => {
  it.each([
    ['a sentence', 'Post **twice** a week.', 'Post twice a week.'],
    ['one that runs over lines', 'Post twice\na *week*.', 'Post twice a week.'],
    ['a line break', 'Post twice\\\na week.', 'Post twice\na week.'],
    ['paragraphs', 'Post twice.\n\nThen rest.', 'Post twice.\n\nThen rest.'],
    ['a list', 'Do this:\n\n- count\n- rest', 'Do this:\n\n- count\n- rest'],
    ['a numbered list', '3. count\n4. rest', '3. count\n4. rest'],
    ['a list in a list', '- count\n  - hours\n- rest', '- count\n  - hours\n- rest'],
    ['a link, by its words', 'See [the plan](./plan.mdx).', 'See the plan.'],
    ['code', 'Type `npm start`.', 'Type npm start.'],
    ['a word of the glossary', 'An <Term>evergreen</Term> page.', 'An evergreen page.'],
    ['a block of code', '```text\none\ntwo\n```', 'one\ntwo'],
    ['signs as they read', 'Fish &amp; chips \\*here\\*.', 'Fish & chips *here*.'],
    ['a quotation', '> Keep it.', 'Keep it.'],
    ['a comment, not', 'Keep it. {/* why */}', 'Keep it.'],
    ['a picture, not', 'Keep it. ![a cat](./cat.png)', 'Keep it.'],
  ])('are those of %s', (_, inside, text) => {
    const expected = [{ channel: 'linkedin', text, line: 1, column: 1 }]
    expect(sharesOf(bodyOf(share(inside)))).toEqual(expected)
    expect(sharesOf(bodyOf(share(inside).replaceAll('\n', '\r\n')))).toEqual(expected)
  })

  it('are found where a share stands on one line, and within other components', () => {
    const body = bodyOf(
      'Words.\n\n<Share channel="x">Post *twice*.</Share>\n\n<Callout>\n\n<Share channel="y">\n\nRest.\n\n</Share>\n\n</Callout>\n',
    )
    expect(sharesOf(body)).toEqual([
      { channel: 'x', text: 'Post twice.', line: 3, column: 1 },
      { channel: 'y', text: 'Rest.', line: 7, column: 1 },
    ])
  })

  it('are for readers alone where no channel is named, and nothing where there are none', () => {
    expect(sharesOf(bodyOf('<Share>\n\nPost.\n\n</Share>\n\n<Share channel="x" />'))).toEqual([])
  })
})

describe('a channel that the plan does not have', () => {
  const faultsOf = (channels: string[], text: string) =>
    shareChecker(channels)(bodyOf(text)).map(({ line, column, what, mend }) => [line, column, what, mend])

  it.each<[string[], string, unknown[]]>([
    [['linkedin', 'x'], '<Share channel="linkedin">a</Share>', []],
    [['linkedin'], '<Share>a</Share>', []],
    [['linkedin'], '<Share channel="">a</Share>', []],
    [
      ['linkedin', 'x'],
      'b\n\n<Share channel="linkdin">\n\na\n\n</Share>',
      [[3, 8, 'the plan has no channel `linkdin`', 'did you mean `channel="linkedin"`?']],
    ],
    [
      ['linkedin', 'x'],
      '<Share channel="pigeons">a</Share>',
      [
        [
          1,
          8,
          'the plan has no channel `pigeons`',
          'choose from `linkedin`, `x`, or add it to `content/plan.yaml`',
        ],
      ],
    ],
    [
      [],
      '<Share channel="pigeons">a</Share>',
      [[1, 8, 'the plan has no channel `pigeons`', 'add it to `content/plan.yaml`']],
    ],
  ])('among %s, in %s', (channels, text, faults) => {
    expect(faultsOf(channels, text)).toEqual(faults)
  })

  it('is said once where the channel is empty', () => {
    const body = bodyOf('<Share channel="">a</Share>')
    const components = { builtIn, names: new Set(Object.keys(builtIn)) }
    expect(checkBody(body, components).map(({ what }) => what)).toEqual(['`channel` cannot be empty'])
  })
})

describe('shares in the queue', () => {
  const itemsOf = (...bodies: string[]) => {
    const text = `${readyPost('How often?', '2026-12-08')}\n${bodies.join('\n\n')}\n`
    const calendar = calendarOf({ 'content/posts/how-often.mdx': text })
    return planQueue(calendar, {
      until: '2027-12-31',
      sharesOf: ({ file, source }) => sharesOf(parseBody({ file, ...source })),
      hashOf: () => '',
    })
  }

  it('go out at the next free times of their channel, with a link, and know their place', () => {
    const items = itemsOf(share('Post twice.'), share('Then rest.'))
    expect(
      items.map(({ id, parts, at, field, place, kind }) => [id, parts, at?.local, field, place, kind]),
    ).toEqual([
      [
        'how-often/linkedin/share-1/1',
        ['Post twice.'],
        '2026-12-08T10:00',
        [],
        { line: 11, column: 1 },
        'link',
      ],
      [
        'how-often/linkedin/share-2/1',
        ['Then rest.'],
        '2026-12-10T10:00',
        [],
        { line: 17, column: 1 },
        'link',
      ],
    ])
    expect(items[0]?.url).toContain('https://notes.example/how-often/')
  })

  it('keep their names when another channel gets one too', () => {
    const ids = itemsOf('<Share channel="phone">\n\nCall.\n\n</Share>', share('Post twice.')).map(
      ({ id }) => id,
    )
    expect(ids).toContain('how-often/linkedin/share-1/1')
  })
})
