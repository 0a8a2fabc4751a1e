import type { Failure } from '../../../src/delivery/sender.ts'
import { failureOfSilence, laterOf, type Reply, type Silence, statusAnd } from '../ask.ts'
import type { NoEntry } from './account.ts'

/** What an answer that is no success says of a post, or of what it is made of. */
export function failureOf(answer: Reply | Silence | NoEntry, what: string): Failure {
  if (answer.is === 'silence') return failureOfSilence(answer)
  if (answer.is !== 'reply') return answer
  const said = statusAnd(answer)
  if (answer.status === 429) return laterOf(`Bluesky takes no more of this account for now (${said})`, answer)
  if (answer.status === 408 || answer.status >= 500 || answer.status < 300)
    return { is: 'unknown', why: `Bluesky did not say what became of ${what} (${said})` }
  return { is: 'refused', why: `Bluesky does not take ${what} (${said})` }
}
