/** Why something in the content is not changed, in sentences. Every file is as it was. */
export class EditRefusal extends Error {
  /** The exit status: 1, or 2 where what was asked for does not exist. */
  readonly status: 1 | 2

  constructor(message: string, status: 1 | 2 = 1) {
    super(message)
    this.status = status
    this.name = 'EditRefusal'
    this.stack = ''
  }
}
