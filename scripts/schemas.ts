import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Command } from 'commander'
import { rootOption } from './options.ts'

export const schemas = new Command('schemas')
  .description('Write the JSON Schemas for editors and the reference of all fields')
  .addOption(rootOption)
  .option('--check', 'write nothing; fail when they are not current')
  .action(async ({ root, check }: { root: string; check?: boolean }) => {
    const { schemaFiles } = await import('../plugins/project/schema-files.ts')
    const { writeWhole } = await import('../src/write-whole.ts')
    for (const [file, text] of schemaFiles()) {
      const path = join(root, file)
      const isCurrent = existsSync(path) && readFileSync(path, 'utf8') === text
      if (isCurrent) continue
      if (check) {
        console.error(`${file} is not current. Write it: npm run coldread -- schemas`)
        process.exitCode = 1
      } else writeWhole(path, text)
    }
  })
