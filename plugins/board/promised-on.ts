import { isProblem } from '../../src/calendar/problem.ts'
import { readWallClock } from '../../src/calendar/time.ts'
import { askGit, dayOfInstant, isWhole } from './ask-git.ts'

/**
 * The first day for which each post was promised, as git tells it: what the first `publish` of its entry said that was
 * not over when it was committed. Nothing is known where there is no git, or only a part of its history.
 * @returns the day by path below the root
 */
export function promisedOn(root: string, zone: string): (file: string) => string | undefined {
  if (!isWhole(root)) return () => undefined
  const log = askGit(root, [
    ...['-c', 'core.quotePath=false', 'log', '--reverse', '--relative', '--no-renames', '--no-ext-diff'],
    ...['--no-textconv', '--no-color', '--src-prefix=a/', '--dst-prefix=b/', '--unified=0', '--patch'],
    ...['--format=@%cI', '-G^publish:', '--', 'content/posts'],
  ])
  const promises = firstPromises(log ?? '', zone)
  return (file) => promises.get(file)
}

/** Reads a log of patches, oldest first, each headed by `@` and the instant of its commit. */
function firstPromises(log: string, zone: string): Map<string, string> {
  const promises = new Map<string, string>()
  let committed = ''
  let file = ''
  for (const line of log.split('\n')) {
    const [, instant, path, written] =
      /^@(\d{4}-\S+)$|^\+\+\+ b\/(.+?)\t?$|^\+publish:\s*["']?([^"'#]+)/.exec(line) ?? []
    if (instant !== undefined) committed = dayOfInstant(instant, zone)
    else if (path !== undefined) file = path
    else if (written !== undefined && !promises.has(file)) {
      const clock = readWallClock(written)
      if (!isProblem(clock) && clock.day >= committed) promises.set(file, clock.day)
    }
  }
  return promises
}
