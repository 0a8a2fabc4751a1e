import { expect, it } from 'vitest'
import { stringify } from 'yaml'
import { z } from 'zod'
import { buildCalendar } from '../../../src/calendar/build-calendar.ts'
import { oneOf, readAs, text } from '../../../src/calendar/field.ts'
import { postSchema } from '../../../src/calendar/front-matter-schema.ts'
import { readDay, readWallClock } from '../../../src/calendar/time.ts'
import { cmsConfig } from '../../../src/cms/cms-config.ts'
import { componentMarks } from '../../../src/cms/component-marks.ts'
import { makeField, makeFields } from '../../../src/cms/make-fields.ts'
import { plan, sourcesOf } from '../calendar/corner-shop.ts'

const world = {
  choices: { topics: [{ label: 'How often', value: 'cadence' }] },
  keys: { snippets: ['toots'] },
}
const about = { description: 'What it is' }

it.each([
  ['words', text(about), { widget: 'string', required: true, hint: 'What it is.' }],
  ['answer', text(about).optional(), { widget: 'text', required: false }],
  ['word', oneOf(['a', 'b'], about), { widget: 'select', options: ['a', 'b'] }],
  ['day', readAs(readDay, about).optional(), { widget: 'datetime', format: 'YYYY-MM-DD', default: '' }],
  [
    'at',
    readAs(readWallClock, { ...about, examples: ['2026-12-08'] }),
    { widget: 'string', hint: 'What it is. As in `2026-12-08`.' },
  ],
  ['isSo', z.boolean().default(true), { widget: 'boolean', required: false }],
  ['max', z.int().positive(), { widget: 'number', value_type: 'int' }],
  ['share', z.number().nonnegative(), { widget: 'number', value_type: 'float', min: 0 }],
  ['topics', z.array(text(about)), { widget: 'select', multiple: true, options: world.choices.topics }],
  ['related', z.array(text(about)), { widget: 'relation', multiple: true, collection: 'posts' }],
  ['many', z.array(text(about)), { widget: 'list', field: { name: 'many', widget: 'string' } }],
  ['link', z.url(), { widget: 'string' }],
  ['anything', z.unknown(), { widget: 'hidden' }],
  ['byName', z.record(z.string(), text(about)), { widget: 'hidden' }],
  ['hash', text(about).meta({ readOnly: true }), { widget: 'hidden' }],
  [
    'later',
    text({ ...about, otherwise: 'required for `ready`' }),
    { hint: 'What it is. Required for `ready`.' },
  ],
] as const)('makes a fitting field of %s', (name, schema, expected) => {
  expect(makeField(name, schema, world)).toMatchObject({ name, ...expected })
})

it('asks for nothing within what may be left out', () => {
  const { fields } = makeField(
    'cover',
    z.strictObject({ src: text(about) }).optional(),
    world,
  ) as unknown as {
    fields: unknown
  }
  expect(fields).toMatchObject([{ name: 'src', widget: 'image', required: false }])
})

it('has a field for every property of a post, and one list of snippets for every channel', () => {
  const fields = makeFields(postSchema, world)
  expect(fields.map(({ name }) => name)).toEqual(Object.keys(postSchema.shape))
  expect(fields.find(({ name }) => name === 'snippets')).toMatchObject({
    fields: [{ name: 'toots', widget: 'list', required: false }],
  })
})

it('puts components around words as their schemas say', () => {
  expect(componentMarks(['Term', 'Question', 'Callout', 'Figure', 'Own'])).toEqual([
    { label: 'Term', before: '<Term>', after: '</Term>' },
    { label: 'Question', before: '<Question ask="">\n\n', after: '\n\n</Question>' },
    { label: 'Callout', before: '<Callout kind="note">\n\n', after: '\n\n</Callout>' },
    { label: 'Figure', before: '<Figure src="" alt="" />', after: '' },
    { label: 'Own', before: '<Own>\n\n', after: '\n\n</Own>' },
  ])
})

it.each([
  ['{ backend: github }', 'no repository — write owner and name, as in `repo: corner-shop/notes`'],
  ['{ backend: github, repo: a/b }', undefined],
  ['{ backend: git-gateway }', undefined],
  ['{ backend: githb, repo: a/b }', 'did you mean `github`?'],
])('the plan says cms: %s', (cms, fault) => {
  const built = buildCalendar(sourcesOf({ 'content/plan.yaml': `${plan}cms: ${cms}\n` }), '2026-11-22')
  const said = 'faults' in built ? built.faults.map(({ what, mend }) => `${what} — ${mend}`) : []
  expect(said.join()).toContain(fault ?? '')
  expect(said).toHaveLength(fault ? 1 : 0)
})

it('says nothing of any post', () => {
  const post = '---\ntitle: Nobody may know of this yet\ntopics: [cadence]\n---\n'
  const sources = sourcesOf({ 'content/plan.yaml': plan, 'content/posts/secret/index.mdx': post })
  const built = buildCalendar(sources, '2026-11-22')
  if (!built.calendar) throw new Error(JSON.stringify(built))
  const config = stringify(cmsConfig(built.calendar, { backend: 'github', repo: 'a/b', branch: 'main' }, []))
  expect(config).toContain('posts-in-folders')
  expect(config).not.toMatch(/Nobody|secret/)
})
