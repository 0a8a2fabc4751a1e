import { cancel, isCancel } from '@clack/prompts'
import { UsageError } from './usage-error.ts'

/** The answer to a question on the terminal; Ctrl+C ends the command, and nothing is written. */
export async function answered<T>(question: Promise<T>): Promise<Exclude<T, symbol>> {
  const answer = await question
  if (!isCancel(answer)) return answer as Exclude<T, symbol>
  cancel('Nothing was changed.')
  throw new UsageError('')
}
