import { spawn } from 'node:child_process'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import remarkParse from 'remark-parse'
import { unified } from 'unified'

/** What a tutorial asks its reader to do, in order. */
export type Step =
  /** Put this text into a file. */
  | { file: string; text: string }
  /** Type this, and see these lines among others, in this order. */
  | { commands: string; seen: string[]; line: number }

/** Steps of a tutorial: blocks of `sh`, each with a block of `text` that says what is seen, and blocks with the name of a file. */
export function stepsOf(path: string): Step[] {
  const steps: Step[] = []
  for (const node of unified().use(remarkParse).parse(readFileSync(path, 'utf8')).children) {
    if (node.type !== 'code') continue
    const { lang, meta, value, position } = node
    const file = /^title="(.+)"$/.exec(meta ?? '')?.[1]
    const last = steps.at(-1)
    if (file) steps.push({ file, text: `${value}\n` })
    else if (lang === 'sh') steps.push({ commands: value, seen: [], line: position?.start.line ?? 0 })
    else if (lang === 'text' && last && 'seen' in last)
      last.seen.push(...value.split('\n').map((line) => line.trim()))
    else throw new Error(`${path}: a block of ${lang ?? 'nothing'} that nobody runs`)
  }
  return steps
}

/** Where somebody is who follows a tutorial. */
export interface Shell {
  cwd: string
  env: NodeJS.ProcessEnv
}

/** Does what a step says. Commands that serve until Ctrl+C are ended once they serve. @returns what was seen, and where it leaves off */
export async function follow(step: Step, shell: Shell): Promise<{ said: string; shell: Shell }> {
  if ('file' in step) {
    const path = join(shell.cwd, step.file)
    mkdirSync(dirname(path), { recursive: true })
    writeFileSync(path, step.text)
    return { said: '', shell }
  }
  const isServing = /npm run (dev|preview)$/.test(step.commands)
  const state = '\u0000state\u0000'
  const script = `set -e\n${step.commands}\nprintf '${state.replaceAll('\u0000', '\\000')}'; pwd; env -0`
  const child = spawn('sh', ['-c', script], { ...shell, stdio: ['ignore', 'pipe', 'pipe'], detached: true })
  let said = ''
  const hear = (chunk: Buffer) => {
    said += chunk
    if (isServing && /localhost:\d+/.test(said)) process.kill(-(child.pid as number), 'SIGTERM')
  }
  child.stdout.on('data', hear)
  child.stderr.on('data', hear)
  const status = await new Promise<number | null>((resolve) => child.on('close', resolve))
  if (isServing) {
    if (!/localhost:\d+/.test(said)) throw new Error(`${step.commands} did not serve:\n${said}`)
    return { said, shell }
  }
  if (status !== 0) throw new Error(`line ${step.line}: ${step.commands}\nended with ${status}:\n${said}`)
  const [words = '', left = ''] = said.split(state)
  const [cwd = '', ...rest] = left.split('\n')
  const env = Object.fromEntries(
    rest
      .join('\n')
      .split('\0')
      .filter((entry) => entry.includes('='))
      .map((entry) => [entry.slice(0, entry.indexOf('=')), entry.slice(entry.indexOf('=') + 1)]),
  )
  return { said: words, shell: { cwd, env } }
}
