import * as prompts from '@clack/prompts'
import type { NewPost } from '../src/calendar/new-post.ts'
import { answerProblem, type Beginning } from '../src/calendar/new-site.ts'
import type { Plan } from '../src/calendar/plan.ts'
import { type Purpose, purposes } from '../src/calendar/vocabulary.ts'
import { UsageError } from './usage-error.ts'

/** The answer to a question on the terminal; Ctrl+C ends the command, and nothing is written. */
async function answered<T>(question: Promise<T>): Promise<Exclude<T, symbol>> {
  const answer = await question
  if (prompts.isCancel(answer)) throw new UsageError('Nothing was changed.')
  return answer as Exclude<T, symbol>
}

/** Asks for what is missing of a post. */
export async function askForPost(given: NewPost, plan: Plan): Promise<NewPost> {
  const needed = (written: string | undefined) => (written?.trim() ? undefined : 'A few words are enough.')
  const title =
    given.title ||
    (await answered(prompts.text({ message: 'Which question does the post answer?', validate: needed })))
  const query =
    given.query ??
    (await answered(
      prompts.text({
        message: 'What would people type to find it?',
        placeholder: 'Enter: the same as the title',
      }),
    ))
  const purpose =
    given.purpose ??
    (await answered(
      prompts.select<Purpose>({ message: 'What is it for?', options: purposes.map((value) => ({ value })) }),
    ))
  const options = Object.entries(plan.topics).map(([value, topic]) => ({ value, label: topic.title }))
  const topic =
    given.topic ??
    (options.length > 0 ? await answered(prompts.select({ message: 'Which topic?', options })) : undefined)
  return { ...given, title, query: query || undefined, purpose, topic }
}

const siteQuestions: Record<
  keyof Beginning,
  { message: string; initialValue?: string; placeholder?: string }
> = {
  name: { message: 'What is the site called?', placeholder: 'Corner Shop Notes' },
  about: {
    message: 'Who runs it, and what does it answer?',
    placeholder: 'Two shopkeepers on running a small shop',
  },
  url: { message: 'What will its address be?', placeholder: 'https://notes.example' },
  zone: {
    message: 'Which time zone do you live by?',
    initialValue: Intl.DateTimeFormat().resolvedOptions().timeZone,
  },
  slot: { message: 'When do posts go live?', initialValue: 'tue 09:00' },
  question: {
    message: 'What would a stranger ask you first?',
    placeholder: 'How often should a small shop post?',
  },
}

/** Asks for what is missing of a site. Without a terminal, what is missing is wrong use. */
export async function askForSite(given: Partial<Beginning>): Promise<Beginning> {
  const names = Object.keys(siteQuestions) as (keyof Beginning)[]
  const missing = names.filter((name) => given[name] === undefined)
  if (missing.length > 0 && !process.stdin.isTTY)
    throw new UsageError(
      `Without a terminal to ask on, these are needed: ${missing.map((name) => `--${name}`).join(' ')}`,
    )
  const answers = { ...given } as Beginning
  for (const name of missing) {
    const validate = (written: string | undefined) => answerProblem(name, written ?? '')
    answers[name] = await answered(prompts.text({ ...siteQuestions[name], validate }))
  }
  for (const name of names) {
    const problem = answerProblem(name, answers[name])
    if (problem) throw new UsageError(`--${name}: ${problem}`)
  }
  return answers
}

/** Asks for consent to put content aside; without a terminal, `--yes` gives it. */
export async function askToPutAside(): Promise<void> {
  if (!process.stdin.isTTY) throw new UsageError('content/ would be put aside. Say --yes to agree.')
  const agreed = await answered(
    prompts.confirm({ message: 'Put everything in content/ aside and begin your own?', initialValue: false }),
  )
  if (!agreed) throw new UsageError('Nothing was changed.')
}
