import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { stringify } from 'yaml'
import { renderFault } from '../../../src/calendar/fault.ts'
import { placeAt } from '../../../src/calendar/place-at.ts'
import { readYaml } from '../../../src/calendar/yaml-document.ts'
import { anyText } from './corner-shop.ts'

describe('readYaml: values', () => {
  it.each<[string, string, unknown]>([
    ['days stay text', 'publish: 2026-02-30', { publish: '2026-02-30' }],
    ['times stay text', 'at: 2026-12-08 09:00\nslot: 09:00', { at: '2026-12-08 09:00', slot: '09:00' }],
    ['yes and no are words', 'a: yes\nb: no\nc: on\nd: true', { a: 'yes', b: 'no', c: 'on', d: true }],
    ['octals and sexagesimals', 'a: 010\nb: 12:30:45', { a: 10, b: '12:30:45' }],
    ['keys are text', '2026: a\ntrue: b\n~: c', { 2026: 'a', true: 'b', '~': 'c' }],
    ['no merging', '<<: { a: 1 }', { '<<': { a: 1 } }],
    [
      'names of every object',
      'constructor: a\ntoString: b\nhasOwnProperty: c',
      { constructor: 'a', toString: 'b', hasOwnProperty: 'c' },
    ],
    ['CRLF', 'a: 1\r\nb: x\r\n', { a: 1, b: 'x' }],
    ['a byte order mark', '\uFEFFa: 1\n', { a: 1 }],
    ['a colon in quotes', 'title: "New: or old?"', { title: 'New: or old?' }],
    ['a colon without a space', 'at: 09:00', { at: '09:00' }],
    ['a comment', 'a: x # a word\n#b: y\n', { a: 'x' }],
    ['a hashtag in a block', 'a: |\n  x #tag\n', { a: 'x #tag\n' }],
    ['a hashtag in quotes', 'a: "x #tag"', { a: 'x #tag' }],
    ['an alias that stands for something', 'a: &one x\nb: *one', { a: 'x', b: 'x' }],
    ['nothing', '', null],
    ['only comments', '# nothing yet\n', null],
  ])('%s', (_, text, value) => {
    const yaml = readYaml('f.yaml', text)
    expect(yaml.faults).toEqual([])
    expect(yaml.value).toEqual(value)
  })
})

const slips: [string, string][] = [
  ['a colon in a value', 'title: New customers: how?'],
  ['two colons, further down', 'a: 1\ntitle: Why: because: x\nb: 2'],
  ['a colon at the end', 'a: 1\ntitle: Why:\nb: 2\n c: 3'],
  ['a tab as indentation', 'a:\n\tb: 1'],
  ['a key twice', 'a: 1\nb: 2\na: 3'],
  ['a key twice, further in', 'a:\n  title: 1\n  title: 2'],
  ['bold text', 'title: *Really* good'],
  ['a word in bold', 'title: *bold*'],
  ['an ampersand', 'title: &Sons'],
  ['an exclamation mark', 'title: !important'],
  ['an at sign', 'account: @corner'],
  ['a backtick', 'title: `npm` in short'],
  ['a percent sign', 'title: %off'],
  ['a quote and more', 'title: "Free" is a price'],
  ['a quote in quotes', 'title: "He said "yes""'],
  ['an apostrophe in quotes', "title: 'it's here'"],
  ['a backslash', 'path: "C:\\shop"'],
  ['a quote that is never closed', 'a: 1\ntitle: "Free\nb: 2\n'],
  ['a bracket that is never closed', 'topics: [a, b\nstatus: idea'],
  ['a brace that is never closed', 'image: { src: a\nstatus: idea'],
  ['a bracket and more', 'title: [Guide] to posting'],
  ['a bad sign in a list', 'topics: [a, @b]'],
  ['a bad sign in an entry', '- @corner'],
  ['a list on the line of its name', 'aka: - one'],
  ['text beside its bar', 'text: | one\n  two'],
  ['one field indented further', 'title: x\n status: idea'],
  ['one entry in another column', 'a:\n  - b\n c: d'],
  ['a field after a list', '- one\nstatus: idea\ntitle: x'],
  ['a brace that was never opened', '} title: x'],
  ['no colon', 'title: x\njust words\nstatus: idea'],
  ['two lines without a colon', 'aka:\none\ntwo\nb: 1'],
  ['a hashtag', 'linkedin: Two posts a week #smallshop'],
  ['only a hashtag', 'linkedin: #smallshop'],
  ['a hashtag in a list', '- one #two'],
  ['a hashtag in the second line', 'a: one\n  two #three\nb: 1'],
  ['a key that is a list', '? [a, b]\n: 1'],
  ['a second document', 'a: 1\n---\nb: 2'],
  ['an alias of nothing', 'a: 1\nb:\n  c: *nobody'],
  ['an alias of itself', 'a: &a\n  b: *a'],
  [
    'an alias bomb',
    [
      'a: &a [x,x,x,x,x,x,x,x,x,x]',
      'b: &b [*a,*a,*a,*a,*a,*a,*a,*a,*a,*a]',
      'c: &c [*b,*b,*b,*b,*b,*b,*b,*b,*b,*b]',
      'd: [*c,*c,*c,*c,*c,*c,*c,*c,*c,*c]',
    ].join('\n'),
  ],
  ['prototypes', 'a:\n  __proto__: { b: 1 }'],
  ['depth', '['.repeat(10_000)],
  ['depth of groups', `${'{a: '.repeat(10_000)}`],
]

describe('readYaml: slips', () => {
  it('are explained to someone who has never heard of YAML', async () => {
    const told = slips.map(([name, text]) => {
      const source = text.slice(0, 200).replace(/^/gm, '  | ').replaceAll('\t', '→')
      const faults = readYaml('f.yaml', text).faults.map(renderFault)
      return `# ${name}\n${source}\n${faults.join('\n')}\n`
    })
    await expect(told.join('\n')).toMatchFileSnapshot('yaml-slips.golden.txt')
  })

  it.each(slips)('%s is a fault, and gives no value', (_, text) => {
    const { value, faults } = readYaml('f.yaml', text)
    expect([value, faults.length > 0]).toEqual([undefined, true])
  })

  it('says no more than fifty things about a text that is no YAML', () => {
    expect(readYaml('f.yaml', 'a: @\n'.repeat(1000)).faults).toHaveLength(50)
  })
})

describe('readYaml: places', () => {
  const source = 'first: 1\ngroup:\n  inner: [a, bee]\n  list:\n    - name: x\n'
  it.each<[PropertyKey[], string, string]>([
    [['first'], '1:8', '1:1'],
    [['group'], '3:3', '2:1'],
    [['group', 'inner'], '3:10', '3:3'],
    [['group', 'inner', 1], '3:14', '3:14'],
    [['group', 'list', 0, 'name'], '5:13', '5:7'],
    [['group', 'nowhere', 'deep'], '3:3', '2:1'],
    [['nowhere'], '1:1', '1:1'],
    [[], '1:1', '1:1'],
  ])('%j', (path, value, key) => {
    const yaml = readYaml('f.yaml', source)
    const text = ({ line, column }: { line: number; column: number }) => `${line}:${column}`
    expect([text(yaml.placeOf(path)), text(yaml.placeOfKey(path))]).toEqual([value, key])
  })

  const key = fc.oneof(
    fc.stringMatching(/^[a-zа-яõ中-今][a-zA-Z0-9_-]{0,8}$/u),
    fc.constantFrom(
      'constructor',
      'toString',
      'valueOf',
      'null',
      'true',
      '12',
      'two words',
      '#x',
      'a: b',
      '',
    ),
  )
  const { tree } = fc.letrec((tie) => ({
    tree: fc.oneof({ depthSize: 'small' }, tie('leaf'), tie('list'), tie('group')),
    leaf: fc.oneof(fc.string(), fc.integer(), fc.boolean(), fc.constant(null), fc.constant('two\nlines\n')),
    list: fc.array(tie('tree'), { maxLength: 3 }),
    group: fc.dictionary(key, tie('tree'), { maxKeys: 4, noNullPrototype: true }),
  }))
  const group = fc.dictionary(key, tree, { minKeys: 1, maxKeys: 5, noNullPrototype: true })

  function* pathsOf(value: unknown, path: PropertyKey[] = []): Generator<PropertyKey[]> {
    if (typeof value !== 'object' || value === null) return
    for (const [step, inner] of Array.isArray(value) ? value.entries() : Object.entries(value)) {
      yield [...path, step]
      yield* pathsOf(inner, [...path, step])
    }
  }

  it('points at every key, with whatever before it and whichever line ends', () => {
    fc.assert(
      fc.property(
        group,
        fc.constantFrom('', '---\n', 'one\ntwo\nthree '),
        fc.boolean(),
        (data, before, isWindows) => {
          const written = `${before}${stringify(data)}---\nbody: none\n`
          const text = isWindows ? written.replace(/\n/g, '\r\n') : written
          const from = isWindows ? before.replace(/\n/g, '\r\n').length : before.length
          const yaml = readYaml('f.mdx', text, from, text.lastIndexOf('---'))
          expect(yaml.faults).toEqual([])
          expect(yaml.value).toEqual(data)
          for (const path of pathsOf(data)) {
            const name = path.at(-1)
            if (typeof name !== 'string') continue
            const { line, column } = yaml.placeOfKey(path)
            const there = text.split('\n')[line - 1]?.slice(column - 1) ?? ''
            const keys = [`${name}:`, `${JSON.stringify(name)}:`, `'${name}':`, `? ${name}`]
            expect(
              keys.some((each) => there.startsWith(each)),
              `${path.join('.')} at ${there}`,
            ).toBe(true)
          }
        },
      ),
      { numRuns: 200 },
    )
  })

  it('never throws, and places every fault inside the text', () => {
    const piece = fc.constantFrom(
      'a',
      ': ',
      '\n',
      '  ',
      '- ',
      '"',
      "'",
      '[',
      ']',
      '{',
      '}',
      '#',
      '&x ',
      '*x',
      '!',
      '|',
      '>',
      '%',
      '@',
      '\t',
      '\r\n',
      '---',
      '...',
      '? ',
      '1',
      '\u2028',
      '\\',
      ',',
    )
    const text = fc.oneof(
      anyText,
      fc.array(piece, { maxLength: 40 }).map((all) => all.join('')),
    )
    fc.assert(
      fc.property(text, (written) => {
        for (const { line, column } of readYaml('f', written).faults) {
          const lines = written.split('\n')
          expect(line).toBeGreaterThan(0)
          expect(column).toBeGreaterThan(0)
          expect(column).toBeLessThanOrEqual((lines[line - 1] as string).length + 1)
        }
      }),
      { numRuns: 1500 },
    )
  })
})

describe('placeAt', () => {
  it.each([
    [0, 1, 1],
    [2, 1, 3],
    [3, 2, 1],
    [5, 2, 3],
  ])('offset %i is at %i:%i', (offset, line, column) => {
    expect(placeAt('f', 'ab\ncd', offset)).toEqual({ file: 'f', line, column })
  })
})
