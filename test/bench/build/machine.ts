import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { cpus, release, totalmem, type } from 'node:os'
import { join } from 'node:path'

const here = join(import.meta.dirname, '..')

/** When, where and of what something was measured. */
export function machineNow(): Record<string, string | number> {
  const versionOf = (name: string) =>
    JSON.parse(readFileSync(join(here, 'node_modules', name, 'package.json'), 'utf8')).version as string
  return {
    date: new Date().toISOString().slice(0, 10),
    commit: execFileSync('git', ['describe', '--always', '--dirty'], { cwd: here, encoding: 'utf8' }).trim(),
    system: `${type()} ${release()}`,
    processor: cpus()[0]?.model ?? 'unknown',
    cores: cpus().length,
    'memory GB': Math.round(totalmem() / 1e9),
    node: process.version,
    ...Object.fromEntries(['astro', '@astrojs/mdx', 'pagefind'].map((name) => [name, versionOf(name)])),
  }
}
