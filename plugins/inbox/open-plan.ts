import { join } from 'node:path'
import { check } from '../../src/calendar/check.ts'
import { type Plan, planSchema } from '../../src/calendar/plan.ts'
import { isProblem } from '../../src/calendar/problem.ts'
import { planFile } from '../../src/calendar/sources.ts'
import { type Moment, readNow } from '../../src/calendar/time.ts'
import { readYaml } from '../../src/calendar/yaml-document.ts'
import { readText } from '../../src/disk.ts'
import { ContentFaults } from '../astro/content-faults.ts'

/** The plan and the time, whatever is the matter with posts: what somebody says is noted all the same. Faults are thrown. */
export function openPlan(root: string, now: string): { plan: Plan; now: Moment } {
  const text = readText(join(root, planFile), planFile)
  if (typeof text !== 'string') throw new ContentFaults([text])
  const checked = check(planSchema, readYaml(planFile, text))
  if ('faults' in checked) throw new ContentFaults(checked.faults)
  const moment = readNow(now, checked.value.zone)
  if (isProblem(moment))
    throw new ContentFaults([{ file: '--now', line: 1, column: 1, what: moment.problem, mend: moment.mend }])
  return { plan: checked.value, now: moment }
}
