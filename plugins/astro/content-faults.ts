import { type Fault, renderFault } from '../../src/calendar/fault.ts'

/** Content that cannot be built. The message lists every fault; there is no stack, since no code is at fault. */
export class ContentFaults extends Error {
  readonly faults: readonly Fault[]

  constructor(faults: readonly Fault[]) {
    super(faults.map(renderFault).join('\n'))
    this.name = 'ContentFaults'
    this.faults = faults
    this.stack = ''
  }
}
