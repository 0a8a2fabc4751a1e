import { readFileSync, statSync } from 'node:fs'
import type { Access, Sender } from '../../src/delivery/sender.ts'

/** What was read for a sender; or everything that is missing or wrong, as sentences. */
export type ReadAccess = { access: Access; secrets: string[] } | { problems: string[] }

/**
 * Reads what a sender needs from the environment: of the very channel (`COLDREAD_BLUESKY_SKY_PASSWORD`), else of all
 * channels that it posts to (`COLDREAD_BLUESKY_PASSWORD`); with `_FILE` behind it, a name says which file holds the value.
 */
export function readAccess(
  name: string,
  { needs }: Pick<Sender, 'needs'>,
  channel: string,
  environment: Readonly<Record<string, string | undefined>>,
): ReadAccess {
  const access: Record<string, string> = {}
  const secrets: string[] = []
  const problems: string[] = []
  for (const [need, { what, isSecret, isOptional, otherwise, example, problem }] of Object.entries(needs)) {
    const variables = [variableOf(name, need, channel), variableOf(name, need)]
    const found = readValue(variables, environment, isSecret, problems)
    if (found === null) continue
    const value = found?.value.trim() || otherwise
    if (value === undefined) {
      if (!isOptional)
        problems.push(`\`${channel}\` needs ${what}: set ${variables.join(' or ')}, as in ${example}.`)
      continue
    }
    const wrong = problem?.(value)
    if (wrong !== undefined)
      problems.push(`${found?.from ?? need}, which is ${what}, ${wrong}: it is to be as ${example}.`)
    access[need] = value
    if (isSecret) secrets.push(value)
  }
  return problems.length > 0 ? { problems } : { access, secrets }
}

/** The name of a variable: `COLDREAD_WEBHOOK_NEWS_DESK_SECRET`. */
export function variableOf(sender: string, need: string, channel?: string): string {
  const words = [sender, ...(channel === undefined ? [] : [channel]), need.replace(/[A-Z]/g, '-$&')]
  return `COLDREAD_${words
    .join('-')
    .replace(/[^\p{L}\p{N}]+/gu, '_')
    .toUpperCase()}`
}

/** Undefined where nothing is said; null where what is said cannot be read, which is a problem then. */
function readValue(
  variables: readonly string[],
  environment: Readonly<Record<string, string | undefined>>,
  isSecret: boolean,
  problems: string[],
): { value: string; from: string } | undefined | null {
  for (const variable of variables) {
    const value = environment[variable]
    if (value !== undefined && value !== '') return { value, from: variable }
    const file = environment[`${variable}_FILE`]
    if (file === undefined || file === '') continue
    try {
      if (isSecret && process.platform !== 'win32' && (statSync(file).mode & 0o002) !== 0) {
        problems.push(
          `${variable}_FILE is ${file}, which anybody on this machine may write: chmod 600 ${file}`,
        )
        return null
      }
      return { value: readFileSync(file, 'utf8'), from: `${variable}_FILE` }
    } catch {
      problems.push(`${variable}_FILE is ${file}, and that cannot be read.`)
      return null
    }
  }
  return undefined
}
