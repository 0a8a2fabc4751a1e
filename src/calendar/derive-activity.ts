import type { WrittenActivity } from './activity.ts'
import type { Plan } from './plan.ts'
import { isProblem, type Read } from './problem.ts'
import { type Moment, toMoment } from './time.ts'
import { type Goal, goalOfPurpose, type Purpose, purposeOfActivity } from './vocabulary.ts'

/** Calendar work that is no post, with all that follows from what was written. */
export interface Activity extends Omit<WrittenActivity, 'at' | 'purpose' | 'goal' | 'hours' | 'owner'> {
  /** Path of the file, and which entry of it, from 1. */
  file: string
  entry: number
  at: Moment
  /** No time of day was written. */
  allDay: boolean
  purpose: Purpose
  goal: Goal
  owner: string
  /** Effort in minutes. */
  hours: number
}

/** Fills in all that an activity's writer left out. */
export function deriveActivity(
  written: WrittenActivity,
  plan: Plan,
  defaultOwner: string,
): Read<Omit<Activity, 'file' | 'entry'>> {
  const at = toMoment(written.at.day, written.at.time ?? '00:00', written.zone ?? plan.zone, written.fold)
  if (isProblem(at)) return at
  const channel = written.channel === undefined ? undefined : plan.channels[written.channel]
  const purpose = written.purpose ?? purposeOfActivity[written.kind]
  return {
    ...written,
    at,
    allDay: written.at.time === undefined,
    purpose,
    goal: written.goal ?? channel?.serves ?? goalOfPurpose[purpose] ?? plan.goal,
    owner: written.owner ?? channel?.owner ?? defaultOwner,
    hours: written.hours ?? 60,
  }
}
