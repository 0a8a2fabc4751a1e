import { cpSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { blogRoot, runColdread } from './run-coldread.ts'

/** The time at which the blog of the tests is built. */
export const sharedNow = '2026-11-22T12:00'

/**
 * Builds the blog of the tests at a base path (`/` or `/docs/`): once a run, whoever asks first.
 * @returns the folder of the built site
 */
export async function sharedBuild(base: string): Promise<string> {
  const root = join(process.env.COLDREAD_TEST_SCRATCH as string, `site${base.replaceAll('/', '-')}`)
  const out = join(root, 'dist')
  try {
    mkdirSync(root)
  } catch {
    while (!existsSync(out)) {
      if (existsSync(join(root, 'failed'))) throw new Error(readFileSync(join(root, 'failed'), 'utf8'))
      await setTimeout(100)
    }
    return out
  }
  cpSync(join(blogRoot, 'content'), join(root, 'content'), { recursive: true })
  const plan = join(root, 'content/plan.yaml')
  const url = 'url: https://coldread.example'
  writeFileSync(plan, readFileSync(plan, 'utf8').replace(`${url}\n`, `${url}${base}\n`))
  const { status, stderr } = await runColdread(['build', '--root', root, '--now', sharedNow])
  if (status === 0) return out
  writeFileSync(join(root, 'failed'), stderr)
  throw new Error(stderr)
}
