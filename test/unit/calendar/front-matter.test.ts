import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { renderFault } from '../../../src/calendar/fault.ts'
import { splitFrontMatter } from '../../../src/calendar/front-matter.ts'
import { anyText } from './corner-shop.ts'

const split = (source: string) => {
  const read = splitFrontMatter('p.mdx', source)
  return 'fault' in read
    ? renderFault(read.fault)
    : {
        value: read.yaml.value,
        faults: read.yaml.faults.map(renderFault),
        body: source.slice(read.bodyStart),
      }
}

describe('splitFrontMatter', () => {
  it.each<[string, string, unknown, string]>([
    ['plain', '---\ntitle: x\n---\nBody\n', { title: 'x' }, 'Body\n'],
    // The last field before `---` is read without its carriage return.
    [
      'CRLF',
      '---\r\ntitle: x\r\nstatus: ready\r\n---\r\nBody\r\n',
      { title: 'x', status: 'ready' },
      'Body\r\n',
    ],
    ['a byte order mark', '\uFEFF---\ntitle: x\n---\nBody\n', { title: 'x' }, 'Body\n'],
    ['a byte order mark and CRLF', '\uFEFF---\r\ntitle: x\r\n---\r\nBody', { title: 'x' }, 'Body'],
    ['no body', '---\ntitle: x\n---', { title: 'x' }, ''],
    ['spaces behind the marks', '---  \ntitle: x\n--- \t\nBody', { title: 'x' }, 'Body'],
    ['an empty entry', '---\n---\nBody', null, 'Body'],
    [
      'a line of dashes in the body',
      '---\ntitle: x\n---\nOne\n\n---\n\nTwo\n',
      { title: 'x' },
      'One\n\n---\n\nTwo\n',
    ],
    ['dashes in a value', '---\ntitle: a --- b\n---\nBody', { title: 'a --- b' }, 'Body'],
    ['letters beyond the first plane', '---\ntitle: 🧵 ok\n---\n🧵', { title: '🧵 ok' }, '🧵'],
  ])('%s', (_, source, value, body) => {
    const read = split(source)
    expect(read).toMatchObject({ value, faults: [] })
    // Trailing blanks of the closing line are gray-matter's to keep or not.
    expect((read as { body: string }).body.trimStart()).toBe(body.trimStart())
  })

  const refused: [string, string][] = [
    ['nothing', ''],
    ['only space', ' \n\n'],
    ['no entry', '## Just text\n'],
    ['a blank line first', '\n---\ntitle: x\n---\n'],
    ['never closed', '---\ntitle: x\n\nBody\n'],
    ['closed by something else', '---\ntitle: x\n--- end\nBody'],
    ['JavaScript', '---js\n{ title: "x" }\n---\n'],
    ['JavaScript, spelled out', '--- javascript\n{ title: "x" }\n---\n'],
    ['JSON', '---json\n{ "title": "x" }\n---\n'],
    ['YAML by name', '---yaml\ntitle: x\n---\n'],
    ['a comment behind the mark', '--- # my post\ntitle: x\n---\n'],
    ['four dashes', '----\ntitle: x\n----\n'],
    ['TOML', '+++\ntitle = "x"\n+++\n'],
  ]
  it('refuses what is no entry', async () => {
    const told = refused.map(
      ([name, source]) => `# ${name}\n${source.replace(/^/gm, '  | ')}\n${split(source)}\n`,
    )
    await expect(told.join('\n')).toMatchFileSnapshot('front-matter.golden.txt')
  })

  it.each(refused)('gives a fault and no entry for %s', (_, source) => {
    expect(split(source)).toEqual(expect.stringContaining('p.mdx:1:1'))
  })

  it.each(['js', 'javascript', ' js', 'JS', 'coffee', 'node', 'json'])(
    'never runs a block in `%s`',
    (language) => {
      const planted = globalThis as { coldreadRan?: boolean }
      const code = '(() => { globalThis.coldreadRan = true; return {} })()'
      for (const source of [
        `---${language}\n${code}\n---\n`,
        `\uFEFF---${language}\n${code}\n---\n`,
        `---${language}\r\n${code}\r\n---\r\n`,
        `---${language}\r${code}\r---\r\n`,
        `---\n---${language}\n${code}\n---\n`,
      ]) {
        split(source)
        expect(planted.coldreadRan).toBeUndefined()
      }
    },
  )

  it('never throws, whatever the file', () => {
    const piece = fc.constantFrom(
      '---',
      '\n',
      '\r\n',
      'title: x',
      'js',
      ' ',
      '\uFEFF',
      '\t',
      '----',
      'body',
      '...',
      '--- ',
    )
    const source = fc.oneof(
      fc.array(piece, { maxLength: 20 }).map((all) => all.join('')),
      anyText,
    )
    fc.assert(
      fc.property(source, (text) => {
        const read = splitFrontMatter('p.mdx', text)
        if ('fault' in read) return
        expect(read.bodyStart).toBeGreaterThan(0)
        expect(read.bodyStart).toBeLessThanOrEqual(text.length)
      }),
      { numRuns: 1000 },
    )
  })
})
