import { describe, expect, it } from 'vitest'
import { glossarySchema } from '../../../src/calendar/glossary.ts'
import { termChecker } from '../../../src/mdx/check-terms.ts'
import { parseBody } from '../../../src/mdx/parse-body.ts'

const check = termChecker(
  glossarySchema.parse([
    { term: 'query', meaning: 'It is what someone types.' },
    { term: 'CTA', meaning: 'It says what to do next.', kind: 'acronym' },
    { term: 'Monday sweep', kind: 'internal', instead: 'weekly listening hour' },
    { term: 'war room', kind: 'internal' },
    { term: 'OK', accepted: 'everybody knows it' },
  ]),
)
const faultsOf = (text: string) => check(parseBody({ file: 'a.mdx', text, bodyStart: 0 }))

describe('a <Term>', () => {
  it.each([
    'a <Term>queries</Term>, <Term name="query">*words*</Term>, <Term name="cta">button</Term>',
    '<Term>\nquery\n</Term>',
    '## <Term>CTA</Term>',
  ])('is fine: %j', (text) => {
    expect(faultsOf(text)).toEqual([])
  })

  it.each([
    ['a <Term>querry</Term>', '1:3', 'the glossary has no `querry`', 'did you mean `query`?'],
    ['a\n\n<Term name="quary">b</Term>', '3:7', 'the glossary has no `quary`', 'did you mean `query`?'],
    ['a <Term>funnel</Term>', '1:3', 'no `funnel`', 'add it to `content/glossary.yaml`, or leave'],
    ['a <Term>Monday sweep</Term>', '1:3', 'only the team knows', 'write `weekly listening hour`'],
    ['a <Term>war room</Term>', '1:3', 'only the team knows', 'that a stranger knows'],
    ['a <Term>OK</Term>', '1:3', 'does not say what `OK` means', 'write its `meaning` there'],
    ['a <Term></Term>', '1:3', 'holds no word', '<Term>word</Term>'],
    ['a <Term name="query" />', '1:9', 'holds no word', '<Term>word</Term>'],
    ['[a <Term>query</Term>](b)', '1:4', 'cannot be opened and lead elsewhere', 'apart'],
    ['<a href="b">c <Term>query</Term></a>', '1:15', 'cannot be opened and lead elsewhere', 'apart'],
    ['a <Term name="query">[b](c)</Term>', '1:9', 'cannot be opened and lead elsewhere', 'apart'],
    ['a <Term name="query">b <Term>CTA</Term></Term>', '1:9', 'cannot be opened', 'apart'],
  ])('is faulted: %j', (text, place, what, mend) => {
    const [fault] = faultsOf(text)
    expect(`${fault?.line}:${fault?.column}`).toBe(place)
    expect(fault?.what).toContain(what)
    expect(fault?.mend).toContain(mend)
  })

  it('that nobody knows comes with an entry to paste', () => {
    expect(faultsOf('a <Term>funnel</Term>')[0]?.paste).toBe('- term: funnel\n  meaning: It is …')
  })
})
