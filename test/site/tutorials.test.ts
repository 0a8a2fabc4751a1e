import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { packed } from '../support/packed.ts'
import { packageRoot, plainEnv } from '../support/run-coldread.ts'
import { follow, type Shell, stepsOf } from '../support/tutorial.ts'

const scratch = mkdtempSync(join(tmpdir(), 'coldread-tutorials-'))
afterAll(() => rmSync(scratch, { recursive: true, force: true }))
beforeAll(async () => {
  const file = await packed()
  cpSync(file, join(scratch, basename(file)))
})

const env = { ...plainEnv, npm_config_prefer_offline: 'true', COLUMNS: '200' }

it.each([
  ['first-post', '.'],
  ['editors-week', 'tea'],
  ['queue-export', 'tea'],
  ['moving-in', '.'],
])(
  'every command of the tutorial %s does what it says',
  async (name, folder) => {
    let shell: Shell = { cwd: join(scratch, folder), env }
    for (const step of stepsOf(join(packageRoot, `plugins/project/tutorials/${name}.md`))) {
      const { said, shell: after } = await follow(step, shell)
      shell = after
      if (!('seen' in step)) continue
      let rest = said.replace(/\s+/g, ' ')
      for (const line of step.seen) {
        const at = rest.indexOf(line.replace(/\s+/g, ' '))
        expect(
          at,
          `${name}.md:${step.line} says “${line}”, and this was seen:\n${said}`,
        ).toBeGreaterThanOrEqual(0)
        rest = rest.slice(at + line.length)
      }
    }
  },
  300_000,
)
