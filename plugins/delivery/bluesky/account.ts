import { hash } from 'node:crypto'
import { z } from 'zod'
import type { Attempt, Outcome } from '../../../src/delivery/sender.ts'
import { ask, laterOf, type Question, type Reply, type Silence, statusAnd } from '../ask.ts'

/** Who posts where. */
export interface Login {
  /** Address of the account's server. */
  service: string
  /** Handle, or the e-mail address of the account. */
  identifier: string
  appPassword: string
}

const session = z.object({ did: z.string(), accessJwt: z.string().min(1), refreshJwt: z.string().min(1) })
type Session = z.infer<typeof session>

/** Why no request can be made. */
export type NoEntry = Extract<Outcome, { is: 'later' | 'locked out' }>

/** Sessions of this process. A server lets an account log in 300 times a day, so a login serves all that follows. */
const sessions = new Map<string, Promise<Session | NoEntry>>()

const lockedOut = /^Account(?:Deactivated|Suspended|Takedown)|^RepoTakendown|^RepoDeactivated/

/** An account on a server, which logs in when it must and renews what has expired. */
export class Account {
  readonly #login: Login
  readonly #key: string

  constructor(login: Login) {
    this.#login = { ...login, service: login.service.trim().replace(/\/+$/, '') }
    this.#key = hash('sha256', JSON.stringify(Object.values(this.#login)))
  }

  /** Its permanent name. */
  async did(attempt: Attempt): Promise<string | NoEntry> {
    const known = await this.#session(attempt)
    return 'did' in known ? known.did : known
  }

  /** A request in its name. */
  async ask(
    question: Omit<Question, 'url' | 'secrets'> & { path: string },
    attempt: Attempt,
  ): Promise<Reply | Silence | NoEntry> {
    for (let tries = 1; ; tries++) {
      const known = await this.#session(attempt)
      if ('is' in known) return known
      const answer = await this.#request(question, known.accessJwt, attempt)
      if (answer.is !== 'reply') return answer
      const error = errorOf(answer)
      if (lockedOut.test(error)) return this.#refusal(answer)
      if (answer.status >= 300 && answer.status < 400) return moved(answer)
      const isOver = error === 'ExpiredToken' || error === 'InvalidToken' || answer.status === 401
      if (!isOver) return answer
      if (tries > 2) return this.#refusal(answer)
      // Others may have renewed it in the meantime.
      const latest = await sessions.get(this.#key)
      if (latest === known) sessions.set(this.#key, this.#renew(known, tries, attempt))
    }
  }

  async #session(attempt: Attempt): Promise<Session | NoEntry> {
    const asked = sessions.get(this.#key) ?? this.#logIn(attempt)
    sessions.set(this.#key, asked)
    const known = await asked
    // The next one tries anew: what went wrong may be over.
    if ('is' in known && sessions.get(this.#key) === asked) sessions.delete(this.#key)
    return known
  }

  async #logIn(attempt: Attempt): Promise<Session | NoEntry> {
    const { identifier, appPassword: password } = this.#login
    const path = 'com.atproto.server.createSession'
    const answer = await this.#request({ method: 'POST', path, json: { identifier, password } }, '', attempt)
    return this.#sessionIn(answer)
  }

  /** By the token that is made for it, and by the password where that has expired too. */
  async #renew(old: Session, tries: number, attempt: Attempt): Promise<Session | NoEntry> {
    if (tries === 1) {
      const path = 'com.atproto.server.refreshSession'
      const answer = await this.#request({ method: 'POST', path }, old.refreshJwt, attempt)
      if (answer.is !== 'reply' || answer.status < 400 || answer.status >= 500 || answer.status === 429)
        return this.#sessionIn(answer)
    }
    return this.#logIn(attempt)
  }

  #sessionIn(answer: Reply | Silence): Session | NoEntry {
    if (answer.is === 'silence')
      return { is: 'later', why: `it could not log in: ${answer.why}`, isAway: true }
    const { status } = answer
    if (status >= 300 && status < 400) return moved(answer)
    if (status === 429) return laterOf('Bluesky takes no more logins of this account for now', answer)
    if (status === 400 || status === 401 || status === 403) return this.#refusal(answer)
    const read = session.safeParse(answer.json).data
    if (read && status === 200) return read
    if (status === 404 || status === 200)
      return {
        is: 'locked out',
        why: `${this.#login.service} is no server of Bluesky (${statusAnd(answer)}); see COLDREAD_BLUESKY_SERVICE`,
      }
    return { ...laterOf(`it could not log in (${statusAnd(answer)})`, answer), isAway: true }
  }

  #refusal(answer: Reply): NoEntry {
    const why =
      errorOf(answer) === 'AuthFactorTokenRequired'
        ? 'this account asks for a code by e-mail. Make an app password in Settings, Privacy and security'
        : `Bluesky does not let ${this.#login.identifier} in (${statusAnd(answer)}). Make a new app password`
    return {
      is: 'locked out',
      why: `${why}, and set COLDREAD_BLUESKY_IDENTIFIER and COLDREAD_BLUESKY_APP_PASSWORD`,
    }
  }

  #request(
    { path, headers, ...question }: Omit<Question, 'url' | 'secrets'> & { path: string },
    token: string,
    attempt: Attempt,
  ): Promise<Reply | Silence> {
    return ask(
      {
        ...question,
        url: `${this.#login.service}/xrpc/${path}`,
        headers: { ...headers, ...(token !== '' && { Authorization: `Bearer ${token}` }) },
        secrets: [this.#login.appPassword, token],
      },
      attempt,
    )
  }
}

/** The name that a server gives an error, as in `ExpiredToken`. */
export function errorOf({ json }: Reply): string {
  const { error } = (json ?? {}) as { error?: unknown }
  return typeof error === 'string' ? error : ''
}

function moved({ status }: Reply): NoEntry {
  return {
    is: 'locked out',
    why: `the server is elsewhere (status ${status}), and credentials follow no redirect; see COLDREAD_BLUESKY_SERVICE`,
  }
}
