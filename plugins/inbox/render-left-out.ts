import { byPlace, type Fault, renderFault } from '../../src/calendar/fault.ts'

/** The most faults that are printed. */
const mostFaults = 50

/** Names of columns may come from anybody, and are printed on terminals. */
const unseen = /(?!\n)[\p{Cc}\p{Cf}]/gu

/**
 * Everything that was left out, by file and line.
 * @param isCut some of it was not even looked at
 */
export function renderLeftOut(faults: readonly Fault[], isCut = false): string {
  const lines = faults
    .toSorted(byPlace)
    .slice(0, mostFaults)
    .map((fault) => renderFault(fault).replace(unseen, ''))
  const more = faults.length - mostFaults
  if (more > 0) lines.push(`… and ${more} more`)
  return [
    ...lines,
    '',
    `${faults.length === 1 ? '1 thing' : `${faults.length} things`} left out${isCut ? '' : '; all else was read'}.`,
  ].join('\n')
}
