import { execFileSync } from 'node:child_process'
import { realpathSync } from 'node:fs'
import { dirname, relative, sep } from 'node:path'
import type { LintedFile } from './lint-content.ts'
import { WrongUse } from './wrong-use.ts'

/** First and last line of what was changed. */
export type LineRange = readonly [number, number]

/**
 * Leaves only findings of paragraphs that were touched since a commit; files that git does not know count whole.
 * @param ref a commit, branch or tag; of a branch that went on, what it has in common with this one
 */
export function keepTouched<F extends LintedFile>(
  files: readonly F[],
  ref: string,
  root: string,
  fullPathOf: (path: string) => string,
): F[] {
  const histories = new Map<string, ReturnType<typeof readHistory>>()
  const historyOf = (folder: string) => {
    const top = git(folder, ['rev-parse', '--show-toplevel']).trimEnd()
    const history = histories.get(top) ?? readHistory(top, ref)
    histories.set(top, history)
    return history
  }
  const byFolder = new Map<string, ReturnType<typeof readHistory>>()
  if (files.length === 0) historyOf(root)
  return files.map((file) => {
    const full = realpathSync(fullPathOf(file.path))
    const folder = dirname(full)
    const history = byFolder.get(folder) ?? historyOf(folder)
    byFolder.set(folder, history)
    const name = relative(history.top, full).split(sep).join('/')
    if (!history.tracked.has(name)) return file
    const touched = history.touched.get(name) ?? []
    const isTouched = ([first, last]: LineRange) => touched.some(([from, to]) => from <= last && first <= to)
    return { ...file, findings: file.findings.filter(({ paragraph }) => isTouched(paragraph)) }
  })
}

function readHistory(top: string, ref: string) {
  const commit = tryGit(top, ['rev-parse', '--verify', '--quiet', '--end-of-options', `${ref}^{commit}`])
  if (commit === undefined)
    throw new WrongUse(
      `--since: git knows no commit ${ref} here. Name a commit, branch or tag, as in HEAD~1.`,
    )
  const base = tryGit(top, ['merge-base', commit.trimEnd(), 'HEAD']) ?? commit
  const options = [
    '-U0',
    '--no-color',
    '--no-ext-diff',
    '--no-textconv',
    '--src-prefix=a/',
    '--dst-prefix=b/',
  ]
  return {
    top: realpathSync(top),
    touched: touchedLines(git(top, ['-c', 'core.quotePath=off', 'diff', ...options, base.trimEnd(), '--'])),
    tracked: new Set(git(top, ['ls-files', '-z']).split('\0')),
  }
}

/** The lines of each file that a diff without context touches. What was taken away touches the lines that it stood next to. */
export function touchedLines(diff: string): Map<string, LineRange[]> {
  const touched = new Map<string, LineRange[]>()
  let ranges: LineRange[] = []
  const lines = diff.split('\n')
  for (let index = 0; index < lines.length; index++) {
    const line = lines[index] as string
    if (line.startsWith('+++ ')) {
      ranges = []
      touched.set(nameIn(line.slice(4)), ranges)
    }
    const hunk = /^@@ -\d+(?:,(\d+))? \+(\d+)(?:,(\d+))? @@/.exec(line)
    if (!hunk) continue
    const [removed, start, added] = [Number(hunk[1] ?? 1), Number(hunk[2]), Number(hunk[3] ?? 1)]
    if (added > 0) ranges.push([start, start + added - 1])
    else {
      if (!/^-\s*$/.test(lines[index + 1] ?? '')) ranges.push([start, start])
      if (!/^-\s*$/.test(lines[index + removed] ?? '')) ranges.push([start + 1, start + 1])
    }
    index += removed + added
    while (lines[index + 1]?.startsWith('\\')) index++
  }
  return touched
}

/** A file's name in a diff, which quotes names with unusual signs in C's way. */
function nameIn(written: string): string {
  const name = written.startsWith('"')
    ? written
        .slice(1, -1)
        .replace(/\\([tn"\\])/g, (_all, sign) => ({ t: '\t', n: '\n' })[sign as 't'] ?? sign)
    : written.replace(/\t$/, '')
  return name.replace(/^b\//, '')
}

function git(folder: string, args: readonly string[]): string {
  try {
    return execFileSync('git', ['-C', folder, ...args], {
      encoding: 'utf8',
      maxBuffer: 2 ** 30,
      stdio: ['ignore', 'pipe', 'pipe'],
    })
  } catch (error) {
    const { code, stderr } = error as { code?: string; stderr?: string }
    if (code === 'ENOENT') throw new WrongUse('--since needs git, which is not installed here.')
    if (/not a git repository/i.test(stderr ?? ''))
      throw new WrongUse(`--since: ${folder} is in no git repository.`)
    throw new WrongUse(`--since: git says: ${(stderr ?? String(error)).trim()}`)
  }
}

function tryGit(folder: string, args: readonly string[]): string | undefined {
  try {
    return git(folder, args)
  } catch {
    return undefined
  }
}
