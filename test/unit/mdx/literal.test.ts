import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isComment, parseLiteral } from '../../../src/mdx/literal.ts'

describe('parseLiteral', () => {
  it.each([
    ['"words"', 'words'],
    ["'it\\'s'", "it's"],
    ['`two\nlines`', 'two\nlines'],
    ['`5 $ and \\\u0024{x}`', '5 $ and \u0024{x}'],
    ['"\\u{1f600}\\u0041\\x42\\n"', '😀AB\n'],
    ['"\\u{ffffff}"', '\ufffd'],
    ['-1.5e3', -1500],
    ['.5', 0.5],
    ['true', true],
    ['null', null],
    ['/* why */ 1 // so', 1],
    ['[1, "a", [], {}]', [1, 'a', [], {}]],
    ['[1, 2,]', [1, 2]],
    ['{ a: 1, "b c": [true], 3: null, }', { a: 1, 'b c': [true], 3: null }],
    ['{ true: 1, ключ: 2 }', { true: 1, ключ: 2 }],
  ])('reads %s', (source, value) => {
    expect(parseLiteral(source)).toEqual(value)
  })

  it('makes `__proto__` a key like any other', () => {
    const value = parseLiteral('{ __proto__: { isAdmin: true } }')
    expect(Object.getPrototypeOf(value)).toBe(Object.prototype)
    expect(Object.keys(value as object)).toEqual(['__proto__'])
  })

  it.each([
    '',
    '/* nothing */',
    'name',
    'undefined',
    'NaN',
    '1e999',
    'call()',
    'a.b',
    '1 + 1',
    '1 2',
    '[1 2]',
    '[,]',
    '[1,,2]',
    '[...a]',
    '{ a }',
    '{ [a]: 1 }',
    '{ a() {} }',
    '{ ...a }',
    '`\u0024{a}`',
    '() => 1',
    '<b/>',
    '/a/',
    '1n',
    '1 /* open',
    '"open',
    '"a"; alert(1)',
    '(1)',
    'a ? 1 : 2',
    '1: 2',
  ])('refuses %s', (source) => {
    expect(parseLiteral(source)).toBeUndefined()
  })

  it('reads back whatever JSON can say', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(JSON.stringify(parseLiteral(JSON.stringify(value)))).toBe(JSON.stringify(value))
      }),
    )
  })

  it('agrees with JavaScript wherever it reads something', () => {
    const tokens = [
      '1',
      '-',
      '+',
      '2.5',
      "'a'",
      '`b`',
      '"\\n"',
      '[',
      ']',
      '{',
      '}',
      ':',
      ',',
      'k',
      'true',
      'null',
      ' ',
    ]
    let read = 0
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...tokens), { minLength: 1, maxLength: 7 }), (parts) => {
        const source = parts.join('')
        const value = parseLiteral(source)
        if (value === undefined) return
        read++
        expect(new Function(`return (${source})`)()).toEqual(value)
      }),
      { numRuns: 5000 },
    )
    expect(read).toBeGreaterThan(100)
  })
})

describe('isComment', () => {
  it.each([
    ['/* a */', true],
    [' /* a */ // b', true],
    ['// a\n', true],
    ['', false],
    ['  ', false],
    ['/* a */ 1', false],
    ['/* a', false],
    ['"/* a */"', false],
    ['/a/', false],
  ])('%j is %s', (source, expected) => {
    expect(isComment(source)).toBe(expected)
  })

  it('is not slowed down by many comments before something else', () => {
    expect(isComment(`${'/**/'.repeat(20_000)}x`)).toBe(false)
  })
})
