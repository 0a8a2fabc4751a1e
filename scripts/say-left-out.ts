import type { Fault } from '../src/calendar/fault.ts'

/** Says what of the inbox, or of an import, could not be read, if anything. */
export async function sayLeftOut(faults: readonly Fault[]): Promise<void> {
  if (faults.length === 0) return
  const { renderLeftOut } = await import('../plugins/inbox/render-left-out.ts')
  console.error(renderLeftOut(faults))
  process.exitCode = 1
}
