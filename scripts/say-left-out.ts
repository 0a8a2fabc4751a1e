import type { Fault } from '../src/calendar/fault.ts'

/** Says what of the inbox, or of an import, could not be read, if anything. `isCut`: some of it was not even looked at. */
export async function sayLeftOut(faults: readonly Fault[], isCut = false): Promise<void> {
  if (faults.length === 0) return
  const { renderLeftOut } = await import('../plugins/inbox/render-left-out.ts')
  console.error(renderLeftOut(faults, isCut))
  process.exitCode = 1
}
