import { join } from 'node:path'
import type { Fault } from '../../src/calendar/fault.ts'
import { isProblem } from '../../src/calendar/problem.ts'
import { planFile } from '../../src/calendar/sources.ts'
import { isZone, type Moment, readNow } from '../../src/calendar/time.ts'
import { readYaml } from '../../src/calendar/yaml-document.ts'
import { readText } from '../../src/disk.ts'
import { ContentFaults } from '../astro/content-faults.ts'

/**
 * The time that a site is looked at, in its plan's zone; in UTC where the plan says none. Nothing else of the content is
 * read, so that what was done in a tool can be noted whatever a writer is in the middle of.
 * @param now RFC 3339 instant, or a wall clock in the plan's zone
 */
export function timeOf(root: string, now: string): Moment {
  const text = readText(join(root, planFile), planFile)
  const said = typeof text === 'string' ? (readYaml(planFile, text).value as { zone?: unknown }) : undefined
  const zone = typeof said?.zone === 'string' && isZone(said.zone) ? said.zone : 'UTC'
  const moment = readNow(now, zone)
  if (!isProblem(moment)) return moment
  const fault: Fault = { file: '--now', line: 1, column: 1, what: moment.problem, mend: moment.mend }
  throw new ContentFaults([fault])
}
