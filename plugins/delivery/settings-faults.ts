import type { Plan } from '../../src/calendar/plan.ts'
import { planFile } from '../../src/calendar/sources.ts'
import { senderFor } from '../../src/delivery/delivery-of.ts'
import type { Opened } from '../../src/open.ts'
import { ContentFaults } from '../astro/content-faults.ts'
import { fieldPlace } from '../queue/place-of.ts'
import { senders } from './senders.ts'

/** Refuses a plan whose settings lack what its senders want to know. */
export async function settingsFaults(plan: Plan, sources: Opened['sources']): Promise<void> {
  const faults = await Promise.all(
    Object.entries(plan.channels).map(async ([channel, { network }]) => {
      const known = senderFor({ channel, ...(network && { network }) }, plan)
      const sender = known && (await senders[known.sender]())
      const field = ['exports', 'delivery', 'channels', channel]
      return (sender?.settingsProblems?.(known?.settings ?? {}) ?? []).map((what) => ({
        ...fieldPlace(sources, planFile, field),
        what,
        mend: `write it below \`settings\` of \`${channel}\``,
      }))
    }),
  )
  const all = faults.flat()
  if (all.length > 0) throw new ContentFaults(all)
}
