import { execFileSync, spawn } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { setTimeout as pause } from 'node:timers/promises'

/** What a command cost, with all processes that it started. */
export interface Cost {
  /** Seconds from start to end. */
  wall: number
  /** CPU seconds, user and system. */
  cpu: number
  /** The highest sum of resident memory that was seen, in bytes. Pages that processes share count for each of them. */
  memory: number
}

/** How often processes are looked at, in milliseconds. */
const every = 50

/** A process as Linux tells of it. */
interface Seen {
  session: number
  /** CPU seconds of its own. */
  cpu: number
  /** Resident memory in bytes. */
  memory: number
  /** CPU seconds of children that it waited for. */
  waitedFor: number
}

const [ticks, pageSize] = process.platform === 'linux' ? ['CLK_TCK', 'PAGESIZE'].map(ask) : []

function ask(name: string): number {
  return Number(execFileSync('getconf', [name], { encoding: 'utf8' }))
}

/**
 * Runs a Node script to its end and says what that cost; the script starts a session of its own, by which its processes
 * are found. CPU seconds are those that the kernel counts once a process was waited for; of those that nobody waited for,
 * what was seen last. Nothing else may be started meanwhile. Linux only.
 * @throws with the last that it said, where it fails
 */
export async function measureTree(
  args: readonly string[],
  { cwd, env = {} }: { cwd: string; env?: NodeJS.ProcessEnv },
): Promise<Cost> {
  if (!ticks) throw new Error('the cost of builds is read from /proc, which only Linux has')
  const before = look(process.pid)?.waitedFor ?? 0
  const begun = performance.now()
  const child = spawn(process.execPath, args, {
    cwd,
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, NODE_ENV: '', ASTRO_TELEMETRY_DISABLED: '1', ...env },
  })
  const stop = () => {
    process.kill(-(child.pid as number), 'SIGTERM')
    process.exit(130)
  }
  process.once('SIGINT', stop)
  let said = ''
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk) => {
      said = (said + chunk).slice(-4000)
    })
  const session = watchSession(child.pid as number)
  const timer = setInterval(session.look, every)
  const [status, wall] = await new Promise<[number | null, number]>((resolve, reject) => {
    child.on('error', reject)
    child.on('exit', (code) => resolve([code, (performance.now() - begun) / 1000]))
  })
  clearInterval(timer)
  process.off('SIGINT', stop)
  const waitedFor = (look(process.pid)?.waitedFor ?? 0) - before
  if (status !== 0) throw new Error(`${args.join(' ')} ended with ${status}:\n${said}`)
  return {
    wall,
    cpu: Math.max(waitedFor + (await session.leftOver()), session.cpu()),
    memory: session.peak(),
  }
}

/** Looks at the processes of a session from time to time. */
function watchSession(id: number) {
  const elsewhere = new Set<number>([process.pid])
  const cpuOf = new Map<number, number>()
  let peak = 0
  const lookAt = (): number[] => {
    let sum = 0
    const alive: number[] = []
    for (const name of readdirSync('/proc')) {
      const pid = Number(name)
      if (!pid || elsewhere.has(pid)) continue
      const seen = look(pid)
      if (!seen) continue
      if (seen.session !== id) {
        elsewhere.add(pid)
        continue
      }
      alive.push(pid)
      sum += seen.memory
      cpuOf.set(pid, seen.cpu)
    }
    peak = Math.max(peak, sum)
    return alive
  }
  const cpu = () => cpuOf.values().reduce((sum, each) => sum + each, 0)
  return {
    look: () => void lookAt(),
    cpu,
    peak: () => peak,
    /** CPU seconds of what still runs once the first process has ended; waits for its end, five seconds at most. */
    leftOver: async () => {
      const left = new Set(lookAt())
      for (let tries = 0; tries < 5000 / every && lookAt().length > 0; tries++) await pause(every)
      return [...left].reduce((sum, pid) => sum + (cpuOf.get(pid) ?? 0), 0)
    },
  }
}

/** A process now; undefined where it is gone. */
function look(pid: number): Seen | undefined {
  let text: string
  try {
    text = readFileSync(`/proc/${pid}/stat`, 'latin1')
  } catch {
    return undefined
  }
  // The second field is the program's name, which may hold spaces and brackets.
  const fields = text.slice(text.lastIndexOf(')') + 2).split(' ')
  const field = (number: number) => Number(fields[number - 3])
  const seconds = (count: number) => count / (ticks as number)
  return {
    session: field(6),
    cpu: seconds(field(14) + field(15)),
    waitedFor: seconds(field(16) + field(17)),
    memory: field(24) * (pageSize as number),
  }
}
