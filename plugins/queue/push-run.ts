import type { ExportItem } from '../../src/snippets/format.ts'
import { type PostizBody, postizBody } from '../../src/snippets/formats/postiz.ts'
import type { Ledger } from '../../src/snippets/ledger/fold-ledger.ts'
import { removedAll, type Settled } from '../../src/snippets/ledger/settle-push.ts'
import { imageName } from '../../src/snippets/queue-item.ts'
import type { Answer } from './postiz-server.ts'
import type { Job } from './push-jobs.ts'
import type { Pushed, PushTools, PushWish, Stopped } from './push-postiz.ts'

/** A push ends after so many minutes, so that the next one knows what can still be on its way. */
const longest = 10
/** A server that does not tell what became of so many requests in a row is left alone. */
const mostUnknown = 3

/** The requests of one push, one after the other, and what is to be said of them in the ledger. */
export class PushRun {
  readonly say: Settled['say'] = []
  readonly done: Pushed[] = []
  stopped?: Stopped
  readonly #name: string
  readonly #ledger: Ledger
  readonly #wish: PushWish
  readonly #tools: PushTools
  readonly #uploads = new Map<string, { id: string; path: string }>()

  constructor(name: string, ledger: Ledger, wish: PushWish, tools: PushTools) {
    this.#name = name
    this.#ledger = ledger
    this.#wish = wish
    this.#tools = tools
  }

  async all(jobs: readonly Job[]): Promise<void> {
    const end = Temporal.Instant.from(this.#tools.clock()).add({ minutes: longest }).epochMilliseconds
    let unknownInARow = 0
    for (const job of jobs) {
      if (!this.stopped && Date.parse(this.#tools.clock()) > end)
        this.stopped = { why: `it took more than ${longest} minutes`, later: this.#tools.clock() }
      if (!this.stopped && unknownInARow >= mostUnknown)
        this.stopped = { why: 'Postiz does not say what becomes of what is sent' }
      if (this.stopped && job.act !== 'found') this.#free(job, 'it was not sent yet')
      else {
        await this.#one(job)
        unknownInARow = this.done.at(-1)?.did === 'open' ? unknownInARow + 1 : 0
      }
    }
  }

  /** Takes note of what was found on the server after all. */
  arrived(said: Settled['say']): void {
    for (const each of said) {
      const index = this.done.findIndex(({ id, did }) => did === 'open' && 'id' in each && id === each.id)
      if (index !== -1) this.done[index] = { did: 'sent', id: (this.done[index] as Pushed).id }
    }
  }

  async #one(job: Job): Promise<void> {
    if (job.act === 'found') return this.#sent(job.item, job.remote, 'found')
    if (job.act === 'remove') {
      const answer = await this.#tools.server.remove(job.remote)
      if (answer.is !== 'done') return this.#failed(job, job.row.id, answer)
      this.say.push(...removedAll(this.#ledger, job.remote, this.#wish.now.instant))
      this.done.push({ did: 'deleted', id: job.row.id })
      return
    }
    const { item } = job
    const images = await this.#upload(item)
    if (images.is !== 'done') {
      this.#free(job, images.why)
      if (images.is === 'stopped') this.stopped = stopOf(images)
      else this.done.push({ did: 'refused', id: item.id, why: `its image was not taken: ${images.why}` })
      return
    }
    const answer = await this.#tools.server.send(bodyOf(job, images.value, this.#wish))
    if (answer.is !== 'done') return this.#failed(job, item.id, answer)
    this.#sent(item, answer.value, job.act === 'update' ? 'changed' : 'sent')
  }

  #sent({ id }: ExportItem, remote: string, did: Pushed['did']): void {
    this.say.push({ type: 'sent', export: this.#name, id, at: this.#wish.now.instant, remote })
    this.done.push({ did, id })
  }

  #failed(job: Job, id: string, answer: Exclude<Answer<unknown>, { is: 'done' }>): void {
    if (answer.is === 'unknown') {
      this.done.push({ did: 'open', id, why: answer.why })
      return
    }
    this.#free(job, answer.why)
    if (answer.is === 'stopped') this.stopped = stopOf(answer)
    else this.done.push({ did: 'refused', id, why: answer.why })
  }

  /** A row that was written ahead, and certainly not sent. */
  #free(job: Job, why: string): void {
    if (!('item' in job)) return
    const { id } = job.item
    this.say.push({ type: 'refuse', export: this.#name, id, at: this.#wish.now.instant, why })
  }

  async #upload({ image }: ExportItem): Promise<Answer<{ id: string; path: string; alt?: string }[]>> {
    if (!image) return { is: 'done', value: [] }
    const name = imageName(image)
    const known = this.#uploads.get(name)
    const answer: Answer<{ id: string; path: string }> = known
      ? { is: 'done', value: known }
      : await this.#tools.server.upload(name, this.#tools.readImage(image.path))
    if (answer.is !== 'done') return answer
    const { id, path } = answer.value
    this.#uploads.set(name, { id, path })
    return { is: 'done', value: [{ id, path, ...(image.alt && { alt: image.alt }) }] }
  }
}

function bodyOf(
  job: Extract<Job, { act: 'create' | 'update' }>,
  images: PostizBody['posts'][number]['value'][number]['image'],
  { context }: PushWish,
): PostizBody {
  const { imageUrl: _, ...item } = job.item
  const body = postizBody(item, context, job.act === 'update' ? job.remote : undefined)
  return {
    ...body,
    posts: body.posts.map(({ value, ...post }) => ({
      ...post,
      // Of a thread, the parts that there were before go with the group that they stand in.
      ...(job.act === 'update' && job.group && { group: job.group }),
      value: value.map((part, index) => (index === 0 ? { ...part, image: images } : part)),
    })),
  }
}

/** Why a push ends with this answer. */
export function stopOf(answer: Exclude<Answer<unknown>, { is: 'done' }>): Stopped {
  const later = answer.is === 'stopped' ? answer.later : undefined
  return { why: answer.why, ...(later !== undefined && { later }) }
}
