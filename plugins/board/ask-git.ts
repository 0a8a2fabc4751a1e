import { spawnSync } from 'node:child_process'
import { dayIn, momentOf } from '../../src/calendar/time.ts'

/** What git says; undefined where it cannot say. */
export function askGit(cwd: string, args: readonly string[]): string | undefined {
  const { status, stdout } = spawnSync('git', args, {
    cwd,
    encoding: 'utf8',
    maxBuffer: 256_000_000,
    timeout: 5000,
  })
  return status === 0 ? stdout : undefined
}

/** Whether there is a repository with all of its history. */
export function isWhole(root: string): boolean {
  return askGit(root, ['rev-parse', '--is-shallow-repository'])?.trim() === 'false'
}

/** The day of an instant, as git writes it, in a zone. */
export function dayOfInstant(instant: string, zone: string): string {
  return dayIn(momentOf(Temporal.Instant.from(instant).toZonedDateTimeISO(zone)), zone)
}
