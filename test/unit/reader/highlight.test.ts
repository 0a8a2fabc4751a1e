import { expect, it } from 'vitest'
import { highlight } from '../../../src/reader/highlight.ts'

/** Tokens as text, kinds in front of their words. */
const kinds = async (code: string, language: string) =>
  (await highlight(code, language))?.map(({ text, kind }) => (kind ? `<${kind} ${text}>` : text)).join('')

it.each([
  ['js', 'const a = "b" // c\n', '<keyword const> a = <string "b"> <comment // c>\n'],
  ['ts', 'a // c\n// d\n', 'a <comment // c>\n<comment // d>\n'],
  ['html', '<a href="b"><!-- c --></a>', '<<string a> href=<string "b">><comment <!-- c -->></<string a>>\n'],
  ['yaml', '# a\nb: c', '<comment # a>\n<keyword b>: <string c>\n'],
])('tells kinds of words apart in %s', async (language, code, expected) => {
  expect(await kinds(code, language)).toBe(expected)
})

it.each([
  ['a language that nobody knows', 'a', 'nonsense'],
  ['a name that every object has', 'a', 'constructor'],
  ['a block that is too long', 'a\n'.repeat(10_001), 'js'],
])('leaves %s plain', async (_, code, language) => {
  expect(await highlight(code, language)).toBeUndefined()
})

it('keeps every character', async () => {
  const code = 'if (a < b && c > "d") {\n\treturn `e {f}` /* 😀\n\n*/\n}\n\n  // g\n'
  expect((await highlight(code, 'js'))?.map(({ text }) => text).join('')).toBe(code)
})
