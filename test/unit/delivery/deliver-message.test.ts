import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { deliverMessage } from '../../../plugins/delivery/deliver-message.ts'
import type { DeliveryTools, Step } from '../../../plugins/delivery/delivery-attempt.ts'
import type { Delivery } from '../../../src/delivery/delivery.ts'
import type { Finding, Outcome, Sender } from '../../../src/delivery/sender.ts'
import type { Begun, Trace, Traces } from '../../../src/delivery/trace.ts'
import { message } from '../../support/message.ts'

const due = Date.parse('2027-03-29T06:00:00Z')
const delivery: Delivery = { sender: 'webhook', hash: 'h', message: message('a/news/1/1', 'Words.') }
const limits = { patience: 30_000, late: 3_600_000, pace: 1000, tries: 3, lockedOut: 60_000 }

/** Redis and its clock, as far as one job goes. */
class Memory implements Traces {
  now = due
  trace: Trace | undefined
  data: Delivery | undefined = delivery

  async begin(_: string, by: string): Promise<Begun> {
    const before = this.trace
    const isFree = before === undefined || before.is === 'waiting'
    const mark: Trace = {
      is: 'sending',
      by,
      at: this.now,
      tries: before && 'tries' in before ? before.tries : 0,
    }
    if (this.data && isFree) this.trace = mark
    return {
      now: this.now,
      data: this.data ? JSON.stringify(this.data) : '',
      ...(before && { before }),
      ...(this.data && isFree && { mark }),
    }
  }

  async swap(_: string, from: Trace, to: Trace): Promise<boolean> {
    if (JSON.stringify(this.trace) !== JSON.stringify(from)) return false
    this.trace = to
    return true
  }

  async put(_: string, trace: Trace): Promise<void> {
    this.trace = trace
  }
}

/** A network that keeps what it was sent, and answers as it is told. */
function network(more: Partial<Sender> = {}) {
  const posts: string[] = []
  const answers: (Outcome | 'throws')[] = []
  const sender: Sender = {
    name: 'Net',
    needs: {},
    isRepeatable: false,
    promise: { is: 'at least once', how: '', onDouble: '' },
    async send({ id }) {
      const answer = answers.shift() ?? { is: 'sent', id: 'p1', address: 'https://net.example/p1' }
      if (answer === 'throws') throw new Error('secret in here')
      if (answer.is === 'sent') posts.push(id)
      return answer
    },
    ...more,
  }
  return { posts, answers, sender }
}

const deliver = (memory: Memory, sender: Sender, more: Partial<DeliveryTools> = {}): Promise<Step> =>
  deliverMessage('a/news/1/1', 'worker.1', {
    senderOf: async () => ({ sender, access: {} }),
    traces: memory,
    signal: new AbortController().signal,
    fetch,
    startWatch: () => () => 0,
    random: () => 1,
    redact: (words) => words.replaceAll('hunter2', '…'),
    limits,
    ...more,
  })

const canLook = (finding: Finding): Partial<Sender> => ({ find: async () => finding })
const inDoubt: Trace = { is: 'sending', by: 'other.1', at: due, tries: 0 }

it('sends once, and a second time only says so', async () => {
  const memory = new Memory()
  const { sender, posts } = network()
  const trace = { is: 'sent', id: 'p1', address: 'https://net.example/p1', at: due, hash: 'h' }
  expect(await deliver(memory, sender)).toEqual({ do: 'finish', isNew: true, trace })
  expect(await deliver(memory, sender)).toEqual({ do: 'finish', isNew: false, trace })
  expect(posts).toEqual(['a/news/1/1'])
})

describe('what becomes of an answer', () => {
  const wait = (tries: number, why: string) => ({ is: 'waiting', at: due, tries, why })
  it.each<[string, Outcome, Partial<Step>, object]>([
    ['refused', { is: 'refused', why: 'too long' }, { do: 'finish' }, { is: 'refused', why: 'too long' }],
    ['later', { is: 'later', why: 'busy' }, { do: 'hold', for: 2000, is: 'later' }, wait(1, 'busy')],
    [
      'later, as the network asks, which counts as no try',
      { is: 'later', why: 'enough', afterSeconds: 90 },
      { do: 'hold', for: 99_000 },
      wait(0, 'enough'),
    ],
    [
      'locked out',
      { is: 'locked out', why: 'the token is over' },
      { do: 'hold', for: 60_000, is: 'locked out' },
      wait(0, 'the token is over'),
    ],
    [
      'a secret in its words',
      { is: 'later', why: 'hunter2 is wrong' },
      { do: 'hold', why: '… is wrong' },
      wait(1, '… is wrong'),
    ],
    [
      'unknown, where nobody can look',
      { is: 'unknown', why: 'broke' },
      { do: 'finish' },
      { is: 'aside', why: 'broke, and Net cannot be asked' },
    ],
  ])('%s', async (_, answer, step, trace) => {
    const memory = new Memory()
    const { sender, answers, posts } = network()
    answers.push(answer)
    expect(await deliver(memory, sender)).toMatchObject(step)
    expect(memory.trace).toMatchObject(trace)
    expect(posts).toEqual([])
  })

  it('unknown, with a wait that the server asks for', async () => {
    const { sender, answers } = network(canLook({ is: 'absent' }))
    answers.push({ is: 'unknown', why: 'status 503', afterSeconds: 600 })
    expect(await deliver(new Memory(), sender)).toMatchObject({ do: 'hold', for: 660_000, is: 'unknown' })
  })

  it('keeps no secret of what a network calls a post', async () => {
    const memory = new Memory()
    const { sender, answers } = network()
    answers.push({ is: 'sent', id: 'of hunter2', address: 'https://net.example/hunter2/1' })
    await deliver(memory, sender)
    expect(memory.trace).toEqual({ is: 'sent', id: 'of …', at: due, hash: 'h' })
  })

  it('unknown, where one can look: it waits twice as long as an attempt may take', async () => {
    const memory = new Memory()
    const { sender, answers } = network(canLook({ is: 'absent' }))
    answers.push('throws')
    expect(await deliver(memory, sender)).toEqual({
      do: 'hold',
      for: 60_000,
      is: 'unknown',
      why: 'the connection broke (Error)',
    })
    expect(memory.trace).toMatchObject({ is: 'sending', tries: 1 })
  })
})

describe('what somebody else set out to send', () => {
  it.each<[string, number, Partial<Sender>, Partial<Step>, number]>([
    [
      'is not touched before it can have arrived',
      1000,
      canLook({ is: 'absent' }),
      { do: 'hold', for: 59_000, is: 'in doubt' },
      0,
    ],
    ['is found', 60_000, canLook({ is: 'found', id: 'p0' }), { do: 'finish', isNew: true }, 0],
    ['is not there, and is sent', 60_000, canLook({ is: 'absent' }), { do: 'finish', isNew: true }, 1],
    [
      'cannot be told',
      60_000,
      canLook({ is: 'unclear', why: 'busy' }),
      { do: 'hold', for: 2000, is: 'in doubt' },
      0,
    ],
    ['cannot be asked for', 0, {}, { do: 'finish', isNew: true }, 0],
    [
      'cannot be asked for with these credentials',
      0,
      { ...canLook({ is: 'absent' }), canFind: () => false },
      { do: 'finish' },
      0,
    ],
    ['can be sent again without harm', 0, { isRepeatable: true }, { do: 'finish' }, 1],
  ])('%s', async (_, after, more, step, posted) => {
    const memory = new Memory()
    memory.trace = inDoubt
    memory.now = due + after
    const { sender, posts } = network(more)
    expect(await deliver(memory, sender)).toMatchObject(step)
    expect(posts).toHaveLength(posted)
  })

  it('waits for credentials as long as there is time, and costs no try', async () => {
    const why = 'the token is over'
    const { sender } = network(canLook({ is: 'locked out', why }))
    const memory = Object.assign(new Memory(), { trace: { ...inDoubt, tries: 3 }, now: due + 60_000 })
    expect(await deliver(memory, sender)).toEqual({
      do: 'hold',
      for: limits.lockedOut,
      why,
      is: 'locked out',
    })
    expect(memory.trace).toEqual({ ...inDoubt, tries: 3 })
    memory.now = due + limits.late + 1
    expect(await deliver(memory, sender)).toMatchObject({ do: 'finish', trace: { is: 'aside' } })
  })

  it('is theirs, where they say so while one looks', async () => {
    const memory = new Memory()
    memory.trace = inDoubt
    memory.now = due + 60_000
    const sent: Trace = { is: 'sent', at: due, hash: 'h', id: 'theirs' }
    const { sender, posts } = network({
      find: async () => {
        memory.trace = sent
        return { is: 'absent' }
      },
    })
    expect(await deliver(memory, sender)).toEqual({ do: 'leave' })
    expect([memory.trace, posts]).toEqual([sent, []])
  })
})

describe('a thread whose beginning is there', () => {
  const begun = { ...canLook({ is: 'begun' }) }
  const started = () => Object.assign(new Memory(), { trace: inDoubt, now: due + 60_000 })

  it('is sent again, which adds the rest', async () => {
    const { sender, posts } = network(begun)
    expect(await deliver(started(), sender)).toMatchObject({ do: 'finish', trace: { is: 'sent' } })
    expect(posts).toHaveLength(1)
  })

  it.each<Outcome>([
    { is: 'later', why: 'busy' },
    { is: 'later', why: 'enough', afterSeconds: 90 },
    { is: 'locked out', why: 'the token is over' },
    { is: 'unknown', why: 'broke' },
  ])('stays in doubt when the rest meets with %o', async (answer) => {
    const memory = started()
    const { sender, answers } = network(begun)
    answers.push(answer)
    expect(await deliver(memory, sender)).toMatchObject({ do: 'hold' })
    expect(memory.trace).toMatchObject({ is: 'sending', why: answer.is === 'sent' ? '' : answer.why })
  })

  it('is set aside when its time is over', async () => {
    const memory = Object.assign(started(), { now: due + limits.late + 60_000 })
    expect(await deliver(memory, network(begun).sender)).toMatchObject({
      trace: { is: 'aside', why: expect.stringContaining('only its beginning is there') },
    })
  })
})

describe('tries that are used up', () => {
  const spent: Trace = { ...inDoubt, tries: limits.tries, why: 'broke' }
  it.each<[Finding, object]>([
    [{ is: 'absent' }, { is: 'refused', why: 'broke, it is not there, and it was tried 3 times' }],
    [{ is: 'begun' }, { is: 'aside' }],
    [
      { is: 'found', id: 'p0' },
      { is: 'sent', id: 'p0' },
    ],
    [{ is: 'unclear', why: 'odd' }, { is: 'aside' }],
    [
      { is: 'unclear', why: 'away', isAway: true },
      { is: 'sending', tries: 1 },
    ],
  ])('end with a look: %o', async (finding, trace) => {
    for (const isRepeatable of [true, false]) {
      const memory = Object.assign(new Memory(), { trace: spent, now: due + 60_000 })
      const { sender, posts } = network({ ...canLook(finding), isRepeatable })
      await deliver(memory, sender)
      expect([memory.trace, posts]).toEqual([expect.objectContaining(trace), []])
    }
  })
})

it.each<[string, Partial<Sender>]>([
  ['is not sent', { send: async () => ({ is: 'later', why: 'no server', isAway: true }) }],
  [
    'is in doubt',
    {
      send: async () => ({ is: 'unknown', why: 'broke' }),
      find: async () => ({ is: 'unclear', why: 'no server', isAway: true }),
    },
  ],
])('gives up nothing that %s because its server is away, before its time is over', async (_, more) => {
  const memory = new Memory()
  const { sender } = network(more)
  let turns = 0
  let step: Step = { do: 'leave' }
  while (memory.now <= due + limits.late) {
    step = await deliver(memory, sender)
    if (step.do !== 'hold') break
    memory.now += step.for
    turns++
  }
  expect(step).toMatchObject({ do: 'hold' })
  expect(turns).toBeGreaterThan(limits.tries * 5)
  step = await deliver(memory, sender)
  expect(step).toMatchObject({ do: 'finish', trace: { why: expect.stringContaining('no server') } })
})

it('sends nothing early, though a worker that marked it early ended before it put it back', async () => {
  const memory = new Memory()
  memory.now = due - 500
  memory.trace = { ...inDoubt, at: due - 1000 }
  const { sender, posts } = network({ isRepeatable: true })
  expect(await deliver(memory, sender)).toEqual({ do: 'delay', for: 500 })
  expect(memory.trace).toMatchObject({ is: 'waiting' })
  memory.trace = { ...inDoubt, at: due - 1000 }
  memory.now = due
  expect(await deliver(memory, network().sender)).toMatchObject({ do: 'finish', trace: { is: 'sent' } })
  expect(posts).toEqual([])
})

it.each<[string, Partial<Memory>, Partial<Step>, object | undefined]>([
  ['not due: a clock ran ahead', { now: due - 1 }, { do: 'delay', for: 1 }, { is: 'waiting', tries: 0 }],
  ['gone: it was taken back', { data: undefined }, { do: 'leave' }, undefined],
  [
    'too late',
    { now: due + limits.late + 1 },
    { do: 'finish' },
    { is: 'refused', why: 'it could not be sent within 1 hour of its time' },
  ],
  [
    'too late, and why',
    { now: due + limits.late + 1, trace: { is: 'waiting', at: due, tries: 2, why: 'busy' } },
    { do: 'finish' },
    { is: 'refused', why: 'it could not be sent within 1 hour of its time; last: busy' },
  ],
])('a job that is %s is not sent', async (_, state, step, trace) => {
  const memory = Object.assign(new Memory(), state)
  const { sender, posts } = network()
  expect(await deliver(memory, sender)).toMatchObject(step)
  if (trace) expect(memory.trace).toMatchObject(trace)
  expect(posts).toEqual([])
})

it('sends what a person asks for, however late', async () => {
  const memory = Object.assign(new Memory(), { now: due + limits.late * 9 })
  memory.data = { ...delivery, asked: memory.now - 1000 }
  expect(await deliver(memory, network().sender)).toMatchObject({ do: 'finish', trace: { is: 'sent' } })
})

it('holds the channel where credentials are missing, and forgets nothing', async () => {
  const memory = new Memory()
  const why = '`news` needs the key: set COLDREAD_NET_NEWS_KEY.'
  const step = await deliver(memory, network().sender, { senderOf: async () => ({ why }) })
  expect(step).toEqual({ do: 'hold', for: 60_000, why, is: 'locked out' })
  expect(memory.trace).toMatchObject({ is: 'waiting', tries: 0, why })
})

it.each([
  ['before it sends', -1, { is: 'later', why: 'this process stood still before it sent' }],
  ['before a request of its own', 1, { is: 'unknown', why: 'no answer came in time' }],
])('a process that stood still %s sends nothing once it goes on', async (_, ticks, told) => {
  const memory = new Memory()
  let asked = 0
  const requests: unknown[] = []
  const { sender, posts } = network({
    ...canLook({ is: 'absent' }),
    async send(_message, _access, { fetch }) {
      await fetch('https://net.example/')
      return { is: 'sent', id: 'late' }
    },
  })
  const step = await deliver(memory, sender, {
    startWatch: () => () => (asked++ > ticks ? 31_000 : 0),
    fetch: async (url) => {
      requests.push(url)
      return new Response()
    },
  })
  expect(step).toMatchObject({ do: 'hold', ...told })
  expect([requests.length, posts.length]).toEqual([0, 0])
})

const fates = [
  'sent',
  'sent, unsaid',
  'refused',
  'later',
  'unknown',
  'killed before',
  'killed after',
  'killed noting',
] as const

it('law: whatever breaks whenever, nothing is posted twice, and what counts as sent is there once', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.constantFrom(...fates), { maxLength: 8 }),
      fc.boolean(),
      async (plan, isAskable) => {
        const memory = new Memory()
        const posts: string[] = []
        const left = [...plan]
        const killed = new Error('killed')
        let isKilled = false
        const sender: Sender = {
          ...network().sender,
          async send({ id }) {
            const fate = left.shift() ?? 'sent'
            if (fate.startsWith('killed')) isKilled = true
            if (fate === 'killed before') throw killed
            if (['sent', 'sent, unsaid', 'killed after', 'killed noting'].includes(fate)) posts.push(id)
            if (fate === 'killed after') throw killed
            if (fate === 'sent, unsaid') return { is: 'unknown', why: 'broke' }
            return fate === 'sent' || fate === 'killed noting'
              ? { is: 'sent', id: 'p' }
              : { is: fate, why: fate }
          },
          ...(isAskable && {
            find: async () => (posts.length > 0 ? { is: 'found', id: 'p' } : { is: 'absent' }),
          }),
        }
        // A worker that was killed writes nothing any more.
        const frozen: Traces = {
          begin: (job, by) => {
            isKilled = false
            return memory.begin(job, by)
          },
          swap: async (job, from, to) => !isKilled && memory.swap(job, from, to),
          put: async (job, trace) => {
            if (!isKilled) await memory.put(job, trace)
          },
        }
        for (let turn = 0; turn < 40; turn++) {
          const step = await deliver(memory, sender, { traces: frozen })
          if (isKilled) continue
          if (step.do === 'finish') break
          memory.now += step.do === 'hold' ? step.for : 1000
        }
        expect(posts.length).toBeLessThan(2)
        const { trace } = memory
        if (trace?.is === 'sent') expect(posts).toHaveLength(1)
        if (trace?.is === 'refused') expect(posts).toHaveLength(0)
        if (isAskable) expect(trace?.is).not.toBe('aside')
      },
    ),
    { numRuns: 500 },
  )
})
