import type { Delivery } from '../../src/delivery/delivery.ts'
import { isOver, type Trace } from '../../src/delivery/trace.ts'
import { DeliveryAttempt, type DeliveryTools, hold, type Step } from './delivery-attempt.ts'

/** Sends one message, if it is certain that it was not sent: one attempt, or a look at what became of the last. */
export async function deliverMessage(job: string, by: string, tools: DeliveryTools): Promise<Step> {
  const { traces, limits } = tools
  const elapsed = tools.startWatch()
  const { now, data, before, mark } = await traces.begin(job, by)
  if (data === '') return { do: 'leave' }
  if (before && isOver(before)) return { do: 'finish', trace: before, isNew: false }
  const delivery = JSON.parse(data) as Delivery
  const due = Temporal.Instant.from(delivery.message.at).epochMilliseconds
  const early = { is: 'waiting' as const, at: now, tries: 0, why: 'it is not due yet' }
  if (mark && due > now) {
    await traces.swap(job, mark, before ?? early)
    return { do: 'delay', for: due - now }
  }
  // Whoever marked it too early ended before it was put back: nothing is sent before its time.
  if (before?.is === 'sending' && before.at < due)
    return (await traces.swap(job, before, { ...early, tries: before.tries }))
      ? deliverMessage(job, by, tools)
      : { do: 'leave' }
  const attempt = new DeliveryAttempt(job, delivery, now, elapsed, tools)
  // Where the connection broke and the mark was asked for again, it alone remembers.
  const { tries } = (before ?? mark) as Extract<Trace, { is: 'sending' | 'waiting' }>
  const isLate = now > Math.max(due, delivery.asked ?? 0) + limits.late
  if (mark && isLate) {
    const last = before?.is === 'waiting' && tries > 0 ? `; last: ${before.why}` : ''
    return attempt.over(mark, {
      is: 'refused',
      why: `it could not be sent within ${hours(limits.late)} of its time${last}`,
    })
  }
  const found = await tools.senderOf(delivery)
  if ('why' in found)
    return mark
      ? attempt.wait(mark, tries, found.why, 'locked out', limits.lockedOut)
      : hold(limits.lockedOut, found.why, 'locked out')
  if (mark) return attempt.send(found, mark, tries)
  return attempt.settle(found, before as Extract<Trace, { is: 'sending' }>, by, isLate)
}

function hours(milliseconds: number): string {
  const number = Math.round(milliseconds / 36_000) / 100
  return number === 1 ? '1 hour' : `${number} hours`
}
