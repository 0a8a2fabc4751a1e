import { spinner } from '@clack/prompts'

/** Shows on a terminal that long work goes on, and leaves no trace of it; elsewhere it says nothing. */
export async function withProgress<T>(doing: string, work: () => Promise<T>): Promise<T> {
  if (!process.stderr.isTTY) return work()
  const progress = spinner({ output: process.stderr, indicator: 'timer' })
  progress.start(doing)
  try {
    return await work()
  } finally {
    progress.clear()
  }
}
