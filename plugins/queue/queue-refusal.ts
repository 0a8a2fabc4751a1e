/** What the queue will not do as things stand, in a sentence. Ledger and files are as they were, or the sentence says so. */
export class QueueRefusal extends Error {
  constructor(message: string) {
    super(message)
    this.name = 'QueueRefusal'
    this.stack = ''
  }
}
