import { execFileSync } from 'node:child_process'
import { rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { keepTouched, touchedLines } from '../../../plugins/lint/run/since.ts'
import { findingAbout } from '../../support/lint-report.ts'
import { scratchSite } from '../../support/scratch-site.ts'

describe('touchedLines', () => {
  const head = '--- a/x.md\n+++ b/x.md\n'
  it.each([
    ['changed lines', '@@ -2 +2,2 @@\n-a\n+b\n+c\n', [[2, 3]]],
    ['added lines', '@@ -4,0 +5,3 @@\n+a\n+b\n+c\n', [[5, 7]]],
    [
      'a removed line, between what it stood next to',
      '@@ -3 +2,0 @@\n-a\n',
      [
        [2, 2],
        [3, 3],
      ],
    ],
    ['a removed paragraph with the line before it', '@@ -3,2 +2,0 @@\n-\n-a\n', [[3, 3]]],
    [
      'two places',
      '@@ -1 +1 @@\n-a\n+b\n@@ -9,0 +9 @@\n+c\n',
      [
        [1, 1],
        [9, 9],
      ],
    ],
    ['lines that look like a head', '@@ -1 +1,2 @@\n--- a\n+++ b/y.md\n+@@ -1 +1 @@\n', [[1, 2]]],
    [
      'a missing last line end',
      '@@ -1 +1 @@\n-a\n\\ No newline at end of file\n+b\n\\ No newline at end of file\n',
      [[1, 1]],
    ],
  ])('knows %s', (_what, hunks, ranges) => {
    expect([...touchedLines(head + hunks)]).toEqual([['x.md', ranges]])
  })

  it('reads names with spaces and unusual signs', () => {
    const names = ['+++ b/a b.md\t', '+++ "b/say \\"hi\\"\\t.md"', '+++ b/ü.md']
    expect([...touchedLines(`${names.join('\n')}\n`).keys()]).toEqual(['a b.md', 'say "hi"\t.md', 'ü.md'])
  })
})

describe('in a repository', () => {
  const git = (root: string, ...args: string[]) =>
    execFileSync('git', ['-c', 'user.name=A', '-c', 'user.email=a@notes.example', ...args], { cwd: root })
  const repository = () => {
    const root = scratchSite({ 'a.md': 'ABC\n\nDEF\ngoes on\n\nGHI\n', 'sub/b.md': 'ABC\n' })
    git(root, 'init', '-q')
    git(root, 'add', '.')
    git(root, 'commit', '-qm', 'one')
    return root
  }
  const kept = (root: string, ref: string, file: string, source: string, words: string[]) => {
    const findings = words.map((each) => {
      const finding = findingAbout(each, { file, source })
      return each === 'DEF' ? { ...finding, paragraph: [finding.line, finding.line + 1] as const } : finding
    })
    const linted = { path: file, scores: { promotion: 0, hype: 0 }, findings }
    const files = keepTouched([linted], ref, root, (path) => join(root, path))
    return files[0]?.findings.map(({ quote }) => quote)
  }

  it('keeps findings of paragraphs that were touched, by whatever line of theirs', () => {
    const root = repository()
    const source = 'ABC\n\nDEF\ngoes on and on\n\nGHI\n'
    writeFileSync(join(root, 'a.md'), source)
    expect(kept(root, 'HEAD', 'a.md', source, ['ABC', 'DEF', 'GHI'])).toEqual(['DEF'])
    expect(kept(root, 'HEAD', 'sub/b.md', 'ABC\n', ['ABC'])).toEqual([])
    git(root, 'commit', '-qam', 'two')
    expect(kept(root, 'HEAD', 'a.md', source, ['ABC', 'DEF', 'GHI'])).toEqual([])
    expect(kept(root, 'HEAD~1', 'a.md', source, ['ABC', 'DEF', 'GHI'])).toEqual(['DEF'])
  })

  it('counts a file whole that git does not know', () => {
    const root = repository()
    writeFileSync(join(root, 'new.md'), 'ABC\n')
    expect(kept(root, 'HEAD', 'new.md', 'ABC\n', ['ABC'])).toEqual(['ABC'])
  })

  it('compares with what a branch that went on has in common', () => {
    const root = repository()
    git(root, 'checkout', '-qb', 'other')
    writeFileSync(join(root, 'a.md'), 'ABC changed\n\nDEF\ngoes on\n\nGHI\n')
    git(root, 'commit', '-qam', 'elsewhere')
    git(root, 'checkout', '-q', '-')
    expect(kept(root, 'other', 'a.md', 'ABC\n\nDEF\ngoes on\n\nGHI\n', ['ABC', 'DEF', 'GHI'])).toEqual([])
  })

  it.each([
    ['no-such-branch', /git knows no commit no-such-branch/],
    ['--output=x', /git knows no commit --output=x/],
  ])('refuses %s', (ref, message) => {
    const root = repository()
    expect(() => kept(root, ref, 'a.md', 'ABC\n', ['ABC'])).toThrow(message)
  })

  it('refuses a folder that is in no repository', () => {
    const root = repository()
    rmSync(join(root, '.git'), { recursive: true })
    expect(() => kept(root, 'HEAD', 'a.md', 'ABC\n', ['ABC'])).toThrow(/is in no git repository/)
    expect(() => keepTouched([], 'HEAD', root, String)).toThrow(/is in no git repository/)
  })
})
