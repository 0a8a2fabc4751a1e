import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { packageRoot } from './run-coldread.ts'
import { runNpm } from './run-npm.ts'

/** The package as `npm pack` makes it: once a run, whoever asks first. @returns absolute path of its file */
export async function packed(): Promise<string> {
  const folder = join(process.env.COLDREAD_TEST_SCRATCH as string, 'packed')
  const failed = join(folder, 'failed')
  try {
    mkdirSync(folder)
  } catch {
    for (;;) {
      const file = readdirSync(folder).find((name) => name.endsWith('.tgz'))
      if (file) return join(folder, file)
      if (existsSync(failed)) throw new Error(readFileSync(failed, 'utf8'))
      await setTimeout(100)
    }
  }
  try {
    const beside = join(folder, 'beside')
    mkdirSync(beside)
    await runNpm(packageRoot, 'pack', '--silent', '--pack-destination', beside)
    const [file] = readdirSync(beside) as [string]
    renameSync(join(beside, file), join(folder, file))
    return join(folder, file)
  } catch (error) {
    writeFileSync(failed, String(error))
    throw error
  }
}
