/** Shows on a terminal that long work goes on, and leaves no trace of it; elsewhere it says nothing. */
export async function withProgress<T>(doing: string, work: () => Promise<T>): Promise<T> {
  if (!process.stderr.isTTY) return work()
  const { spinner } = await import('@clack/prompts')
  const progress = spinner({ output: process.stderr, indicator: 'timer' })
  progress.start(doing)
  try {
    return await work()
  } finally {
    progress.clear()
  }
}

/** Counts what is done on a terminal once that takes more than a second, and leaves no trace of it. */
export function countOnTerminal(what: string): (done: number, all: number | undefined) => void {
  const begun = performance.now()
  let said = begun + 900
  return (done, all) => {
    if (!process.stderr.isTTY) return
    const now = performance.now()
    if (now - said > 100 && done !== all)
      process.stderr.write(`\r${all === undefined ? done : `${done} of ${all}`} ${what}`)
    if (now - said > 100) said = now
    if (done === all && said > begun + 900) process.stderr.write('\r\x1b[K')
  }
}
