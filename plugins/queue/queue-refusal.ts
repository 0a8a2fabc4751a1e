/** What the queue will not do as things stand, in a sentence. Ledger and files are as they were, or the sentence says so. */
export class QueueRefusal extends Error {
  /** The exit status: 1, or 2 where what was asked for does not exist. */
  readonly status: 1 | 2

  constructor(message: string, status: 1 | 2 = 1) {
    super(message)
    this.status = status
    this.name = 'QueueRefusal'
    this.stack = ''
  }
}
