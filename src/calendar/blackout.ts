import type { Plan } from './plan.ts'

/** Is this a day on which nothing goes out? */
export function isBlackout(day: string, { blackouts }: Pick<Plan, 'blackouts'>): boolean {
  return blackouts.some(({ from, to }) => from <= day && day <= to)
}
