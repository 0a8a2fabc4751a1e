import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Happening, happenings, World } from './queue-world.ts'

const failure = fc.record({ at: fc.nat(7), how: fc.constantFrom('stops' as const, 'is full' as const) })
const happening: fc.Arbitrary<Happening> = fc.record({
  what: fc.constantFrom(...happenings),
  which: fc.nat(40),
  how: fc.nat(40),
  failure: fc.option(failure, { nil: undefined, freq: 4 }),
})
const first: Happening = { what: 'add post', which: 0, how: 3 }
/** What was handed over goes out, then is called otherwise or stands elsewhere, and all is handed over again. */
const outAndAbout: fc.Arbitrary<Happening[]> = fc
  .tuple(
    fc.constantFrom<Happening['what'][]>(
      ['rename post'],
      ['rename post quietly'],
      ['rename post quietly', 'mend snippet'],
      ['move snippet to another post'],
      ['rename channel'],
      ['rename post', 'rename channel'],
    ),
    fc.nat(40),
    fc.nat(40),
  )
  .map(([moves, which, how]) =>
    (['hand over', 'confirm', 'time passes', 'time passes', ...moves, 'hand over'] as const).map((what) => ({
      what,
      which,
      how: what === 'time passes' ? 39 : how,
    })),
  )
const one = happening.map((each) => [each])
const history = fc
  .array(fc.oneof({ arbitrary: one, weight: 9 }, { arbitrary: outAndAbout, weight: 1 }), {
    minLength: 25,
    maxLength: 45,
  })
  .map((all): Happening[] => [first, ...all.flat()])

/** More where asked for, as in `LAW_RUNS=20 vitest run …`: twenty times as many. */
function runs(number: number): number {
  const { LAW_RUNS = '1' } = process.env
  return number * Number(LAW_RUNS)
}

function worldAfter(all: readonly Happening[]): World {
  const world = new World()
  for (const each of all) world.happen(each)
  world.merge()
  world.sayOwed()
  return world
}

// Each of a hundred histories is dozens of exports.
describe('whatever happens', { timeout: 120_000 }, () => {
  it('posts nothing twice', () => {
    fc.assert(
      fc.property(history, (all) => {
        const world = worldAfter(all)
        world.pass(24 * 60)
        const out = world.tool.filter(({ state }) => state === 'out')
        const texts = out.map(({ text }) => text)
        expect(new Set(texts).size).toBe(texts.length)
        // Not even in other words, unless these were given a time of their own.
        for (const [uid, forms] of Map.groupBy(out, ({ text }) => world.uidOf.get(text)))
          expect([uid, forms.filter(({ text }) => !world.anew.has(text)).length <= 1]).toEqual([uid, true])
      }),
      { numRuns: runs(100) },
    )
  })

  it('loses nothing', () => {
    fc.assert(
      fc.property(history, (all) => {
        const world = worldAfter(all)
        const { instant } = world.moment
        const plan = world.plan()
        const listed = new Set(
          [
            ...plan.write,
            ...plan.missed,
            ...plan.held.map(({ item }) => item),
            ...plan.again.map(({ item }) => item),
          ].map(({ id }) => id),
        )
        const { handovers } = world.ledger
        const open = new Set(handovers.flatMap(({ name, state }) => (state === 'open' ? [name] : [])))
        for (const item of world.items()) {
          const uid = world.uidOf.get(item.parts[0] as string)
          const entries = world.tool.filter(
            ({ text, state }) => world.uidOf.get(text) === uid && state !== 'deleted',
          )
          const isOpen = handovers.some(
            ({ name, rows }) =>
              open.has(name) && rows.some(({ text }) => world.uidOf.get(bare(text)) === uid),
          )
          const isWithTool = entries.some(
            (each) => each.state === 'out' || (each.at === item.at?.instant && each.text === item.parts[0]),
          )
          expect([item.id, instant, listed.has(item.id) || isOpen || isWithTool]).toEqual([
            item.id,
            instant,
            true,
          ])
        }
      }),
      { numRuns: runs(100) },
    )
  })

  it('leaves nothing with the tool that is not wanted as it is, once all is done that it asks for', () => {
    fc.assert(
      fc.property(history, (all) => {
        const world = worldAfter(all)
        expect(world.unnoticed).toEqual([])
        for (const _ of [1, 2]) world.happen({ what: 'clean up', which: 0, how: 0 })
        const wanted = new Set(
          world
            .items()
            .filter(({ problems }) => problems.length === 0)
            .map(({ at, parts }) => `${at?.instant} ${parts[0]}`),
        )
        const said = new Set(
          world.ledger.handovers.flatMap(({ name, state }) => (state === 'open' ? [name] : [])),
        )
        for (const { export: name, at, text, state } of world.tool)
          if (state === 'waiting' && !said.has(name)) expect(wanted).toContain(`${at} ${text}`)
      }),
      { numRuns: runs(100) },
    )
  })

  it('writes nothing when asked again, nor anything that is past or too near', () => {
    fc.assert(
      fc.property(history, (all) => {
        const world = worldAfter(all)
        const lead = world.now.add({ minutes: 10 }).toInstant().toString()
        for (const { at } of world.plan().write) expect(at.instant >= lead).toBe(true)
        world.happen({ what: 'export', which: 0, how: 0 })
        expect(world.plan().write).toEqual([])
      }),
      { numRuns: runs(60) },
    )
  })
})

/** A row's words without their link. */
function bare(text: string): string {
  return text.replace(/ https:\S+$/, '')
}
