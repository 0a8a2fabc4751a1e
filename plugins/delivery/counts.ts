/** What a worker counts, by channel. */
export interface ChannelCounts {
  sent: number
  refused: number
  aside: number
  later: number
  unknown: number
  'locked out': number
  /** Milliseconds that the last message was late. */
  lateness: number
  /** Until when nothing goes out, and why; milliseconds since 1970. */
  heldUntil: number
  why: string
}

/** How many jobs of a channel stand where in Redis. */
export type LaneCounts = Readonly<Record<'waiting' | 'active' | 'delayed' | 'completed' | 'failed', number>>

/** Nothing counted yet. */
export function noCounts(): ChannelCounts {
  return {
    sent: 0,
    refused: 0,
    aside: 0,
    later: 0,
    unknown: 0,
    'locked out': 0,
    lateness: 0,
    heldUntil: 0,
    why: '',
  }
}

/** All of it as Prometheus reads it, text format 0.0.4. */
export function renderCounts(
  channels: ReadonlyMap<string, { counts: ChannelCounts; jobs: LaneCounts | undefined }>,
  { isUp, skew, now }: { isUp: boolean; skew: number; now: number },
): string {
  const each = [...channels].sort(([a], [b]) => (a < b ? -1 : 1))
  const attempts = ['sent', 'refused', 'aside', 'later', 'unknown', 'locked out'] as const
  return [
    ...metric('coldread_up', 'gauge', 'Whether Redis answers and the clocks agree', [['', Number(isUp)]]),
    ...metric('coldread_clock_skew_seconds', 'gauge', 'How far this clock is ahead of that of Redis', [
      ['', skew / 1000],
    ]),
    ...metric(
      'coldread_attempts_total',
      'counter',
      'What became of attempts of this worker',
      each.flatMap(([channel, { counts }]) =>
        attempts.map((is) => [labels({ channel, outcome: is.replace(' ', '_') }), counts[is]] as const),
      ),
    ),
    ...metric(
      'coldread_jobs',
      'gauge',
      'Jobs in Redis, of all workers',
      each.flatMap(([channel, { jobs }]) =>
        Object.entries(jobs ?? {}).map(([state, number]) => [labels({ channel, state }), number] as const),
      ),
    ),
    ...metric(
      'coldread_lateness_seconds',
      'gauge',
      'How long after its time the last message went out',
      each.map(([channel, { counts }]) => [labels({ channel }), counts.lateness / 1000] as const),
    ),
    ...metric(
      'coldread_held_seconds',
      'gauge',
      'How long a channel still waits for its network',
      each.map(
        ([channel, { counts }]) => [labels({ channel }), Math.max(0, counts.heldUntil - now) / 1000] as const,
      ),
    ),
    '',
  ].join('\n')
}

function metric(
  name: string,
  type: 'gauge' | 'counter',
  help: string,
  values: readonly (readonly [labels: string, value: number])[],
): string[] {
  return [
    `# HELP ${name} ${help}`,
    `# TYPE ${name} ${type}`,
    ...values.map(([of, value]) => `${name}${of} ${value}`),
  ]
}

function labels(of: Readonly<Record<string, string>>): string {
  const written = Object.entries(of).map(
    ([name, value]) =>
      `${name}="${value.replaceAll('\\', '\\\\').replaceAll('"', '\\"').replaceAll('\n', '\\n')}"`,
  )
  return `{${written.join(',')}}`
}
