import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Edit, editEntry, valueAt } from '../../../src/calendar/edit-entry.ts'
import { isProblem } from '../../../src/calendar/problem.ts'
import { spliceBetween, undoSplice } from '../../../src/calendar/splice.ts'
import { addDays } from '../../../src/calendar/time.ts'

const file = 'content/posts/a.mdx'
const wrap = (entry: string) => `---\n${entry}\n---\nBody: publish: 2026-12-08\n`
const publish: Edit = { path: ['publish'], value: '2026-12-09 10:00' }
const planned: Edit = { path: ['planned'], value: '2026-12-09', behind: ['status', 'title'] }
const approved: Edit = {
  path: ['approved'],
  value: { by: 'mari', hash: '1234567890123456' },
  behind: ['publish', 'title'],
}

describe('editEntry', () => {
  it.each<[string, string, Edit, string]>([
    ['plain', 'publish: 2026-12-08 # soon', publish, 'publish: 2026-12-09 10:00 # soon'],
    ['in double quotes', 'publish: "2026-12-08"', publish, 'publish: "2026-12-09 10:00"'],
    ['in single quotes', "publish: '2026-12-08'  ", publish, "publish: '2026-12-09 10:00'  "],
    ['with spaces', 'publish :   2026-12-08', publish, 'publish :   2026-12-09 10:00'],
    ['tagged', 'publish: !!str 2026-12-08', publish, 'publish: !!str 2026-12-09 10:00'],
    [
      'folded over two lines',
      'publish: >- # a promise\n  2026-12-08\n  09:00\n\nlang: en',
      publish,
      'publish: >- # a promise\n  2026-12-09 10:00\n\nlang: en',
    ],
    ['as it stands', 'publish: |\n  2026-12-08', publish, 'publish: |\n  2026-12-09 10:00'],
    ['in braces', '{ title: A, publish: 2026-12-08, }', publish, '{ title: A, publish: 2026-12-09 10:00, }'],
    [
      'not there',
      'title: A\nstatus: idea # yet\nlang: en',
      planned,
      'title: A\nstatus: idea # yet\nplanned: 2026-12-09\nlang: en',
    ],
    [
      'not there, behind a block',
      'title: >-\n  A\n\n  B\n\nlang: en',
      planned,
      'title: >-\n  A\n\n  B\nplanned: 2026-12-09\n\nlang: en',
    ],
    [
      'not there, in braces',
      '{ title: A, lang: en # x\n}',
      planned,
      '{ title: A, lang: en, planned: 2026-12-09 # x\n}',
    ],
    [
      'not there, indented',
      '  title: A\r\n  lang: en\r',
      planned,
      '  title: A\r\n  planned: 2026-12-09\r\n  lang: en\r',
    ],
    [
      'a group that is not there',
      'title: A',
      approved,
      'title: A\napproved: { by: mari, hash: "1234567890123456" }',
    ],
    [
      'a group that is there',
      "title: A\napproved: { hash: 'f', by: jaan } # ok",
      approved,
      "title: A\napproved: { hash: '1234567890123456', by: mari } # ok",
    ],
    [
      'a group over lines',
      'approved:\n  by: jaan # he\n  hash: f\ntitle: A',
      approved,
      'approved:\n  by: mari # he\n  hash: "1234567890123456"\ntitle: A',
    ],
    [
      'in a list',
      'snippets:\n  sky:\n  - { text: "at: next", at: next }\n  - at: +2d 09:00\n    text: B',
      { path: ['snippets', 'sky', 1, 'at'], value: '+3d' },
      'snippets:\n  sky:\n  - { text: "at: next", at: next }\n  - at: +3d\n    text: B',
    ],
  ])('changes a value that is %s', (_, before, edit, after) => {
    expect(editEntry(file, wrap(before), edit)).toBe(wrap(after))
  })

  it.each<[string, string, Edit]>([
    ['shares its value with another', 'publish: &day 2026-12-08\nplanned: *day', publish],
    ['is empty', 'title: A\npublish:\nlang: en', publish],
    ['is a list', 'publish: [2026-12-08]', publish],
    [
      'stands in a group that is not there',
      'title: A',
      { path: ['snippets', 'sky', 0, 'at'], value: 'next' },
    ],
    ['stands in front matter that is none', 'title: "A', planned],
    ['lacks half of its group', 'approved: { by: jaan }', approved],
  ])('refuses one that %s, and says what to write', (_, entry, edit) => {
    expect(editEntry(file, wrap(entry), edit)).toEqual({
      problem: expect.stringContaining(`of ${file} is written in a way that cannot be changed alone`),
      mend: expect.stringMatching(/^write `\w+: .*` there yourself$/),
    })
  })

  it('changes an activity in a list of a YAML file', () => {
    const yaml = '# Work\n- title: A\n  at: 2026-12-03 10:00 # sharp\n- { title: B, at: "2026-12-04" }\n'
    const edit = { path: [1, 'at'], value: '2026-12-05' }
    expect(editEntry('content/activities/a.yaml', yaml, edit)).toBe(yaml.replace('2026-12-04', '2026-12-05'))
  })
})

/** A value in one of the ways that YAML has for it, and what stands around it. */
const styles = ['plain', 'double', 'single', 'folded', 'literal', 'tagged'] as const
const inStyle = (style: (typeof styles)[number], value: string, indent: string) =>
  ({
    plain: ['', value, ''],
    double: ['"', value, '"'],
    single: ["'", value, "'"],
    folded: [`>-\n${indent}  `, value, ''],
    literal: [`|-\n${indent}  `, value, ''],
    tagged: ['!!str ', value, ''],
  })[style] as [string, string, string]

const anyDay = fc.integer({ min: 0, max: 2000 }).map((days) => addDays('2026-11-23', days))
const anyClock = fc
  .tuple(anyDay, fc.constantFrom('', ' 09:00', 'T23:59'))
  .map(([day, time]) => `${day}${time}`)
const anyField = fc.constantFrom(
  'title: How often? # publish: 2026-12-08',
  'title: "publish: 2026-12-08"',
  'answer: >-\n{}  Twice,\n\n{}  publish: 2026-12-08',
  "aka: ['a, b', c]",
  'snippets:\n{}  sky:\n{}    - at: 2026-12-08\n{}      text: |\n{}        planned: 2026-12-08\n{}        # no comment',
  'updated: { on: 2026-12-08, note: "x" }',
  '# publish: 2026-12-08',
  '',
)

/** Front matter in pieces: the text before a time, the time, the text behind it. */
const anyEntry = fc
  .record({
    before: fc.uniqueArray(anyField, { maxLength: 4, selector: (field) => field.split(':')[0] }),
    style: fc.constantFrom(...styles),
    clock: anyClock,
    comment: fc.constantFrom('', ' # a promise', '   '),
    after: fc.constantFrom('', 'lang: en', '# last words', '\nlang: en\n'),
    indent: fc.constantFrom('', '  '),
    isFlow: fc.boolean(),
    isWindows: fc.boolean(),
    isMarked: fc.boolean(),
  })
  .map(({ before, style, clock, comment, after, indent, isFlow, isWindows, isMarked }) => {
    const [open, value, close] = inStyle(
      isFlow && /folded|literal/.test(style) ? 'double' : style,
      clock,
      indent,
    )
    const behind = open.includes('\n') ? '' : comment
    const head = before.map((field) => `${indent}${field.replaceAll('{}', indent)}\n`).join('')
    const pieces = isFlow
      ? [`{ "title": 'A, {b}', publish: ${open}`, value, `${close},${behind}\n# x\n lang: en }`]
      : [
          `${head}${indent}publish: ${open}`,
          value,
          `${close}${behind}\n${after.replace(/^(?=\w)/gm, indent)}`,
        ]
    const [prefix = '', time = '', suffix = ''] = pieces.map((piece) =>
      isWindows ? piece.replaceAll('\n', '\r\n') : piece,
    )
    const end = isWindows ? '\r\n' : '\n'
    return {
      prefix: `${isMarked ? '\uFEFF' : ''}---${end}${prefix}`,
      time,
      suffix: `${suffix}${end}---${end}publish: 2026-12-08${end}`,
    }
  })

describe('editEntry: laws', () => {
  it('changes the bytes of the value and no others, whatever it is written like', () => {
    fc.assert(
      fc.property(anyEntry, anyClock, ({ prefix, time, suffix }, value) => {
        const edited = editEntry(file, prefix + time + suffix, { path: ['publish'], value })
        expect(edited).toBe(prefix + value + suffix)
      }),
      { numRuns: 500 },
    )
  })

  it('means the new time afterwards, and everything else as before', () => {
    fc.assert(
      fc.property(anyEntry, anyClock, ({ prefix, time, suffix }, value) => {
        const source = prefix + time + suffix
        const edited = editEntry(file, source, { path: ['publish'], value })
        if (isProblem(edited)) throw new Error(edited.problem)
        const { publish: was, ...others } = valueAt(file, source, []) as Record<string, unknown>
        expect(was).toBe(time)
        expect(valueAt(file, edited, [])).toEqual({ ...others, publish: value })
      }),
      { numRuns: 300 },
    )
  })

  it('is taken back to the very bytes, even after another change elsewhere', () => {
    fc.assert(
      fc.property(anyEntry, anyClock, fc.boolean(), ({ prefix, time, suffix }, value, isAdded) => {
        const source = prefix + time + suffix
        const edit: Edit = isAdded
          ? { path: ['planned'], value: value.slice(0, 10), behind: ['publish'] }
          : { path: ['publish'], value }
        const edited = editEntry(file, source, edit)
        if (isProblem(edited)) throw new Error(edited.problem)
        const splice = spliceBetween(source, edited)
        expect(undoSplice(edited, splice)).toBe(source)
        expect(undoSplice(`${edited}More words.\n`, splice)).toBe(`${source}More words.\n`)
      }),
      { numRuns: 500 },
    )
  })
})

describe('spliceBetween', () => {
  it('names whole lines, and gives both texts back', () => {
    const anyLines = fc.array(fc.constantFrom('a', 'b', 'ab', '', 'a\r'), { maxLength: 6 })
    fc.assert(
      fc.property(anyLines, anyLines, (first, second) => {
        const [before, after] = [first.join('\n'), second.join('\n')]
        const { at, removed, inserted } = spliceBetween(before, after)
        expect(before.slice(0, at) + inserted + before.slice(at + removed.length)).toBe(after)
        expect(before.slice(at, at + removed.length)).toBe(removed)
        expect(at === 0 || before[at - 1] === '\n').toBe(true)
      }),
      { numRuns: 500 },
    )
  })

  it('does not take back what stands there no more, or in two places', () => {
    const splice = { at: 4, removed: 'b\n', inserted: 'c\n' }
    expect(undoSplice('a\nx\nd\n', splice)).toBeUndefined()
    expect(undoSplice('c\nx\nc\n', splice)).toBe('c\nx\nb\n')
    expect(undoSplice('c\nc\nxx\n', splice)).toBeUndefined()
  })
})
