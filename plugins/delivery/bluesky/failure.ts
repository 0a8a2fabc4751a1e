import type { Failure } from '../../../src/delivery/sender.ts'
import { failureOfSilence, laterOf, type Reply, type Silence, statusAnd, unknownOf } from '../ask.ts'
import type { NoEntry } from './account.ts'

/** What an answer that is no success says of a post, or of what it is made of. */
export function failureOf(answer: Reply | Silence | NoEntry, what: string): Failure {
  if (answer.is === 'silence') return failureOfSilence(answer)
  if (answer.is !== 'reply') return answer
  const said = statusAnd(answer)
  if (answer.status === 429) return laterOf(`Bluesky takes no more of this account for now (${said})`, answer)
  if (answer.status === 408 || answer.status >= 500 || answer.status < 300)
    return unknownOf(`Bluesky did not say what became of ${what} (${said})`, answer)
  // What is wrong with a record is a 400. These come from something else in the way.
  if (answer.status === 403 || answer.status === 404)
    return {
      is: 'locked out',
      why: `the server does not take posts of this account (${said}); see COLDREAD_BLUESKY_SERVICE and COLDREAD_BLUESKY_IDENTIFIER`,
    }
  return { is: 'refused', why: `Bluesky does not take ${what} (${said})` }
}
