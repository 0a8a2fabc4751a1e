import { existsSync, lstatSync, readFileSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { Finding } from '../../plugins/lint/finding.ts'
import { runColdread } from '../support/run-coldread.ts'
import { post, scratchSite } from '../support/scratch-site.ts'

const file = 'content/posts/open-a-shop.mdx'
const baseline = 'content/lint-baseline.json'
const body = `Choose a street where people walk. Enjoy a seamless checkout.

## What comes next?

Write down what you sell, in order to know what you have.`
const shop = (text = body) => post('How do you open a small shop?', text)

const run = (root: string, ...args: string[]) =>
  runColdread([...args, '--root', root, '--now', '2026-12-01T09:00'])

/** What the lint says, as `rule quote`, of rules that these tests are about. */
async function said(root: string, ...args: string[]): Promise<string[]> {
  const { stdout } = await run(root, 'lint', '--format', 'json', '--every', ...args)
  const { files } = JSON.parse(stdout) as { files: { findings: Finding[] }[] }
  const about = ['promo-hype', 'jargon-wordy', 'jargon-term', 'lint-baseline-stale', 'content-fault']
  return files
    .flatMap(({ findings }) => findings)
    .filter(({ rule }) => about.includes(rule))
    .map(({ rule, quote }) => `${rule} ${quote}`)
}

describe('a baseline', () => {
  it('hides what was there, while lines move, until its paragraph changes', async () => {
    const root = scratchSite({ [file]: shop() })
    const write = (text: string) => writeFileSync(join(root, file), text)
    const before = await said(root)
    expect(before).toContain('promo-hype seamless')
    const written = await run(root, 'lint', '--write-baseline')
    expect(written).toMatchObject({ status: 0 })
    expect(written.stderr).toContain(`${baseline} knows`)
    const text = readFileSync(join(root, baseline), 'utf8')
    expect(await said(root)).toEqual([])
    expect(await said(root, '--no-baseline')).toEqual(before)

    write(shop(`A new paragraph.\n\n${body}\n\nAnother seamless paragraph.`))
    expect((await said(root)).filter((each) => each.startsWith('promo-hype'))).toEqual([
      'promo-hype seamless',
    ])
    write(shop(body.replace('checkout.', 'checkout today.')))
    expect(await said(root)).toContain('promo-hype seamless')
    expect(await said(root)).toContain('lint-baseline-stale seamless')
    expect(readFileSync(join(root, baseline), 'utf8')).toBe(text)

    const pruned = await run(root, 'lint', '--prune-baseline')
    expect(pruned.stderr).toContain('forgot')
    const left = readFileSync(join(root, baseline), 'utf8')
    const linesOf = (file: string) => file.split('\n').map((line) => line.replace(/,$/, ''))
    expect(linesOf(text)).toEqual(expect.arrayContaining(linesOf(left)))
    expect(linesOf(left).length).toBeLessThan(linesOf(text).length)
    expect(await said(root)).toContain('promo-hype seamless')
    expect(await said(root)).not.toContain('lint-baseline-stale seamless')
    await run(root, 'lint', '--prune-baseline')
    expect(readFileSync(join(root, baseline), 'utf8')).toBe(left)
  })

  it('remembers what it knows of a post that cannot be read for a while', async () => {
    const root = scratchSite({ [file]: shop() })
    await run(root, 'lint', '--write-baseline')
    const text = readFileSync(join(root, baseline), 'utf8')
    for (const broken of [shop(`${body}\n\nAn <Open> tag`), 'no front matter']) {
      writeFileSync(join(root, file), broken)
      expect(await said(root)).not.toContainEqual(expect.stringContaining('lint-baseline-stale'))
      expect((await run(root, 'lint', '--prune-baseline')).stderr).toContain('it stays as it is')
      expect(readFileSync(join(root, baseline), 'utf8')).toBe(text)
    }
    rmSync(join(root, file))
    expect((await run(root, 'lint', '--prune-baseline')).stderr).toContain('forgot')
  })

  it('is written alike twice, and never knows a fault', async () => {
    const root = scratchSite({ [file]: shop(`${body}\n\n<Unknown />`) })
    await run(root, 'lint', '--write-baseline')
    const text = readFileSync(join(root, baseline), 'utf8')
    expect((await said(root)).map((each) => each.split(' ')[0])).toEqual(['content-fault'])
    expect(await run(root, 'lint')).toMatchObject({ status: 1 })
    await run(root, 'lint', '--write-baseline')
    expect(readFileSync(join(root, baseline), 'utf8')).toBe(text)
  })

  it('that cannot be read is a fault, and hides nothing', async () => {
    const root = scratchSite({ [file]: shop(), [baseline]: '{\n<<<<<<< HEAD\n}' })
    const { status, stdout } = await run(root, 'lint')
    expect(status).toBe(1)
    expect(stdout).toContain('A merge left half done')
    expect(await said(root)).toContain('promo-hype seamless')
    expect(await run(root, 'lint', '--prune-baseline')).toMatchObject({ status: 2 })
  })

  it('is about all content', async () => {
    const root = scratchSite({ [file]: shop() })
    expect(await run(root, 'lint', '--write-baseline', join(root, file))).toMatchObject({ status: 2 })
    await run(root, 'lint', '--write-baseline')
    writeFileSync(join(root, 'content/posts/second.mdx'), post('What does a shop need?', 'A seamless till.'))
    const one = await said(root, join(root, 'content/posts/second.mdx'))
    expect(one.filter((each) => !each.startsWith('jargon'))).toEqual(['promo-hype seamless'])
  })
})

describe('--fix', () => {
  const windows = `\uFEFF${shop().replaceAll('\n', '\r\n')}`

  it('shows what it would do, then does that and no more', async () => {
    const root = scratchSite({ [file]: windows })
    const shown = await run(root, 'lint', '--fix', '--dry-run')
    expect(shown).toMatchObject({ status: 0 })
    expect(shown.stdout).toContain(`--- a/${file}\n+++ b/${file}\n`)
    expect(shown.stdout).toContain('-Write down what you sell, in order to know')
    expect(shown.stdout).toContain('+Write down what you sell, to know')
    expect(readFileSync(join(root, file), 'utf8')).toBe(windows)

    expect(await said(root)).toContain('jargon-wordy in order to')
    const { stderr } = await run(root, 'lint', '--fix')
    expect(stderr).toContain('Mended 1 finding in 1 file.')
    const fixed = readFileSync(join(root, file), 'utf8')
    expect(fixed).toBe(windows.replace('in order to know', 'to know'))
    expect(await said(root)).not.toContain('jargon-wordy in order to')
    expect((await run(root, 'lint', '--fix')).stderr).toContain('Nothing that could be mended safely.')
    expect(readFileSync(join(root, file), 'utf8')).toBe(fixed)
  })

  it('never writes through a link', async () => {
    const root = scratchSite({ [file]: shop() })
    const elsewhere = join(root, 'content/posts/elsewhere.txt')
    renameSync(join(root, file), elsewhere)
    symlinkSync(elsewhere, join(root, file))
    const { stderr } = await run(root, 'lint', '--fix')
    expect(stderr).toContain('is a link')
    expect(lstatSync(join(root, file)).isSymbolicLink()).toBe(true)
    expect(readFileSync(elsewhere, 'utf8')).toBe(shop())
  })
})

describe('explain', () => {
  it('shows a rule, and helps with its name', async () => {
    const root = scratchSite({})
    const { status, stdout } = await run(root, 'explain', 'promo-hype')
    expect(status).toBe(0)
    for (const words of ['promo-hype: ', 'level', 'Flagged', 'Fine', '/rules/promo-hype/'])
      expect(stdout).toContain(words)
    const typo = await run(root, 'explain', 'promo-hyp')
    expect(typo).toMatchObject({ status: 2, stdout: '' })
    expect(typo.stderr).toContain('did you mean promo-hype?')
  })

  it('shows why a rule speaks of a place, and what stands where none does', async () => {
    const root = scratchSite({ [file]: shop() })
    const line =
      shop()
        .split('\n')
        .findIndex((each) => each.includes('seamless')) + 1
    const { stdout } = await run(root, 'explain', `${file}:${line}`)
    for (const words of [
      'promo-hype',
      'words',
      'seamless',
      'because',
      'to accept',
      'promotion 0.',
      'hype 0.',
    ])
      expect(stdout).toContain(words)
    const none = await run(root, 'explain', `${file}:${line}:1`)
    expect(none.stdout).toContain('It reads: Choose a street where people walk.')
  })

  it('says why nothing is said of an idea', async () => {
    const root = scratchSite({
      [file]: '---\ntitle: How do you open a shop?\nstatus: idea\n---\nA seamless shop.\n',
    })
    const { stdout } = await run(root, 'explain', `${file}:5`)
    expect(stdout).toContain('It reads: A seamless shop.\nThe post is an idea')
  })

  it('shows a place of a file outside the content', async () => {
    const root = scratchSite({ 'notes.md': '# Notes\n\nEnjoy a seamless checkout.\n' })
    const { stdout } = await run(root, 'explain', `${root}/notes.md:3:9`)
    expect(stdout).toContain('promo-hype')
    expect(stdout).toContain('<!-- coldread disable-next promo-hype -- the reason -->')
  })

  it.each(['nothing.mdx:1', `${file}`, `${file}:999`, '.:1'])('refuses %s', async (what) => {
    expect(await run(scratchSite({ [file]: shop() }), 'explain', what)).toMatchObject({
      status: 2,
      stdout: '',
    })
  })
})

describe('accept', () => {
  const glossary = 'content/glossary.yaml'
  const text = 'Read the config, all configs, and the configurtions.'

  it('quiets the rules for a word and its forms, and for no other word', async () => {
    const root = scratchSite({ [file]: shop(text) })
    expect(await said(root)).toContain('jargon-term config')
    const accepted = await run(root, 'accept', 'config', '--because', 'every shopkeeper has one')
    expect(accepted).toMatchObject({ status: 0, stderr: '' })
    expect(readFileSync(join(root, glossary), 'utf8')).toBe(
      '- term: config\n  kind: term\n  accepted: every shopkeeper has one\n',
    )
    expect((await said(root)).filter((each) => each.includes('config'))).toEqual([
      'jargon-term configurtions',
    ])
  })

  it('keeps what is there, and refuses what is there already', async () => {
    const before = '# Our words\n- term: till # where people pay\n  accepted: known\n'
    const root = scratchSite({ [file]: shop(), [glossary]: before })
    await run(root, 'accept', 'POS', '--meaning', 'Point of sale is where customers pay.')
    const after = `${before}\n- term: POS\n  meaning: Point of sale is where customers pay.\n  kind: acronym\n`
    expect(readFileSync(join(root, glossary), 'utf8')).toBe(after)
    const again = await run(root, 'accept', 'Tills', '--because', 'known')
    expect(again).toMatchObject({ status: 2, stdout: '' })
    expect(again.stderr).toContain(`as \`till\` (${glossary}:2)`)
    expect(await run(root, 'accept', 'shelf')).toMatchObject({ status: 2 })
    expect(readFileSync(join(root, glossary), 'utf8')).toBe(after)
  })

  it('makes no content where there is none', async () => {
    const root = join(scratchSite({ 'docs/a.md': 'Load it.' }), 'docs')
    const { status, stderr } = await run(root, 'accept', 'shelf', '--because', 'known')
    expect(status).toBe(2)
    expect(stderr).toContain(`There is no content/ in ${root}.`)
    expect(existsSync(join(root, 'content'))).toBe(false)
  })

  it('writes nothing where the glossary is faulty', async () => {
    const before = '- trm: till\n'
    const root = scratchSite({ [file]: shop(), [glossary]: before })
    const { status, stderr } = await run(root, 'accept', 'shelf', '--because', 'known')
    expect(status).toBe(1)
    expect(stderr).toContain('did you mean `term`?')
    expect(readFileSync(join(root, glossary), 'utf8')).toBe(before)
  })
})
