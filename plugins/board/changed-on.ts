import { statSync } from 'node:fs'
import { join } from 'node:path'
import { askGit, dayOfInstant, isWhole } from './ask-git.ts'

/**
 * When posts were last changed, as git tells it: the day of a file's last commit, or of its own time where it differs
 * from that. Nothing is known where there is no git, or only a part of its history.
 * @returns the day by path below the root
 */
export function changedOn(root: string, zone: string): (file: string) => string | undefined {
  if (!isWhole(root)) return () => undefined
  const days = new Map<string, string>()
  const posts = ['--', 'content/posts']
  let day: string | undefined
  const log = askGit(root, [
    'log',
    '--relative',
    '--name-only',
    '--no-renames',
    '-z',
    '--format=@%cI',
    ...posts,
  ])
  for (const part of (log ?? '').split('\0')) {
    const word = part.trimStart()
    if (word.startsWith('@')) day = dayOfInstant(word.slice(1).trim(), zone)
    else if (word !== '' && day !== undefined && !days.has(word)) days.set(word, day)
  }
  const touched = askGit(root, ['ls-files', '--modified', '--others', '--exclude-standard', '-z', ...posts])
  for (const file of (touched ?? '').split('\0')) {
    const stat = file === '' ? undefined : statSync(join(root, file), { throwIfNoEntry: false })
    if (stat) days.set(file, dayOfInstant(new Date(stat.mtimeMs).toISOString(), zone))
  }
  return (file) => days.get(file)
}
