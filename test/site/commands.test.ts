import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { runColdread } from '../support/run-coldread.ts'
import { post, scratchSite } from '../support/scratch-site.ts'

describe('new', () => {
  it('writes a valid draft and never replaces a file', async () => {
    const root = scratchSite({})
    const args = [
      'new',
      'What: is “it”, #1?',
      '--purpose',
      'service',
      '--topic',
      'cadence',
      '--planned',
      '2027-02-02',
      '--root',
      root,
    ]
    const first = await runColdread(args)
    expect(first).toMatchObject({ status: 0, stderr: '' })
    const file = join(root, 'content/posts/what-is-it-1.mdx')
    const written = readFileSync(file, 'utf8')
    expect(written).toContain('title: "What: is “it”, #1?"')
    expect(await runColdread(['show', 'what-is-it-1', '--root', root])).toMatchObject({ status: 0 })

    const second = await runColdread(args)
    expect(second.status).toBe(2)
    expect(second.stderr).toContain('is there already')
    expect(readFileSync(file, 'utf8')).toBe(written)
  })

  it('refuses a topic that the plan does not have, and writes nothing', async () => {
    const root = scratchSite({})
    const { status, stderr } = await runColdread(['new', 'Is it?', '--topic', 'cadense', '--root', root])
    expect(status).toBe(1)
    expect(stderr).toContain('did you mean `cadence`?')
    expect(existsSync(join(root, 'content/posts'))).toBe(false)
  })
})

describe('begin', () => {
  const answers = [
    '--name',
    'Bike: Notes',
    '--about',
    'A bike shop on bikes',
    '--url',
    'https://bikes.example',
    '--zone',
    'Europe/Riga',
    '--slot',
    'wed 08:30',
    '--question',
    'How do I fix a flat?',
  ]

  it('puts the content aside, and what it writes builds', async () => {
    const root = scratchSite({ 'content/posts/old.mdx': post('Is it old?') })
    const { status, stdout } = await runColdread(['begin', '--yes', ...answers, '--root', root])
    expect(status).toBe(0)
    expect(stdout).toContain('content/posts/how-do-i-fix-a-flat.mdx')
    const [aside] = readdirSync(join(root, '.coldread'))
    expect(existsSync(join(root, '.coldread', aside as string, 'posts/old.mdx'))).toBe(true)
    expect(readdirSync(join(root, 'content/posts'))).toEqual(['how-do-i-fix-a-flat.mdx'])
    const shown = await runColdread(['show', 'how-do-i-fix-a-flat', '--root', root])
    expect(shown.stdout).toMatch(/state +draft/)
  })

  it('changes nothing without consent, nor when an answer cannot be used', async () => {
    const root = scratchSite({ 'content/posts/old.mdx': post('Is it old?') })
    expect(await runColdread(['begin', ...answers, '--root', root])).toMatchObject({ status: 2 })
    const wrong = await runColdread(['begin', '--yes', ...answers.with(7, 'Europe/Nowhere'), '--root', root])
    expect(wrong.status).toBe(2)
    expect(wrong.stderr).toContain('--zone: Europe/Nowhere is no time zone')
    expect(existsSync(join(root, 'content/posts/old.mdx'))).toBe(true)
  })
})

it('show prints what was derived and from where', async () => {
  const root = scratchSite({ 'content/posts/how-often.mdx': post('How often is enough?') })
  const { stdout } = await runColdread(['show', 'how-often', '--root', root, '--now', '2026-12-01T10:00'])
  expect(stdout).toMatch(/^state +scheduled$/m)
  expect(stdout).toMatch(/^query +how often is enough {2}← title$/m)
  expect(stdout).toMatch(
    /^publish +2026-12-08 09:00 Europe\/Tallinn \(2026-12-08T07:00:00Z\) {2}← time of day: plan: rhythm, tue 09:00$/m,
  )
  expect(stdout).toMatch(/^topics +cadence {2}← the plan's only topic$/m)
})

it('takes the time from COLDREAD_NOW as well', async () => {
  const root = scratchSite({ 'content/posts/how-often.mdx': post('How often is enough?') })
  const stateAt = async (now: string) =>
    (await runColdread(['show', 'how-often', '--root', root], { env: { COLDREAD_NOW: now } })).stdout.match(
      /^state +(\w+)$/m,
    )?.[1]
  expect(await stateAt('2026-12-08T08:59')).toBe('scheduled')
  expect(await stateAt('2026-12-08T09:00')).toBe('live')
})
