import { randomUUID } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { type Fault, renderFault } from '../../src/calendar/fault.ts'
import { currentRun, onSaved, onStuck, type Run } from '../astro/run.ts'

const states = new WeakMap<Run, string>()

/** Names what the pages of a run show, so that an open page can ask later whether that is still so. */
export function stateOf(run: Run): string {
  return states.getOrInsertComputed(run, () => randomUUID())
}

/** What ends the listening of the server before this one, where Astro started anew. */
let stop: (() => void) | undefined

/**
 * Answers pages that follow saves: by an event with the faults that keep the content from being shown, or with none
 * once the page is old. `?shown=` is what {@link stateOf} said when the page was made.
 */
export function savesTeller(): (request: IncomingMessage, response: ServerResponse) => void {
  const followers = new Set<ServerResponse>()
  let stuck: readonly Fault[] = []
  const tell = (faults: readonly Fault[]) => {
    stuck = faults
    for (const follower of followers) follower.write(eventOf(faults))
  }
  stop?.()
  const stops = [onSaved(() => tell([])), onStuck(tell)]
  stop = () => {
    for (const each of stops) each()
  }
  return (request, response) => {
    const shown = URL.parse(request.url ?? '', 'http://host')?.searchParams.get('shown')
    const isOld = shown !== stateOf(currentRun())
    response.writeHead(200, { 'Content-Type': 'text/event-stream', 'Cache-Control': 'no-store' })
    response.write(isOld || stuck.length > 0 ? eventOf(isOld ? [] : stuck) : ':\n\n')
    followers.add(response)
    response.on('close', () => followers.delete(response))
  }
}

function eventOf(faults: readonly Fault[]): string {
  return `data: ${JSON.stringify(faults.map(renderFault))}\n\n`
}
