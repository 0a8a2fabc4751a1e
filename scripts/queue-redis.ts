import type { HandOverOptions } from '../plugins/delivery/run-hand-over.ts'

/** Hands the queue over to workers, and says what that came to. */
export async function handOverTo(redis: string | true, wish: Omit<HandOverOptions, 'redis'>): Promise<void> {
  const { runHandOver } = await import('../plugins/delivery/run-hand-over.ts')
  const { said, isWhole } = await runHandOver({ ...wish, redis }, process.env)
  console.log(said)
  if (!isWhole) process.exitCode = 1
}
