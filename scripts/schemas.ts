import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { Command } from 'commander'

export const schemas = new Command('schemas')
  .description('Write the JSON Schemas for editors and the reference of all fields')
  .option('--check', 'write nothing; fail when they are not current')
  .action(async ({ check }: { check?: boolean }) => {
    const { jsonSchemaOf, renderReference, schemas } = await import('../src/calendar/reference.ts')
    const { writeWhole } = await import('../src/write-whole.ts')
    const { rules } = await import('../plugins/lint/rules.ts')
    const { lintSchemas } = await import('../plugins/lint/settings-schema.ts')
    const lint = lintSchemas(rules)
    const files = new Map([['content/README.md', renderReference(lint)]])
    for (const name of Object.keys(schemas) as (keyof typeof schemas)[])
      files.set(`.vscode/schemas/${name}.json`, `${JSON.stringify(jsonSchemaOf(name, lint), null, 2)}\n`)
    for (const [file, text] of files) {
      const path = fileURLToPath(new URL(`../${file}`, import.meta.url))
      const isCurrent = existsSync(path) && readFileSync(path, 'utf8') === text
      if (isCurrent) continue
      if (check) {
        console.error(`${file} is not current. Write it: npm run coldread -- schemas`)
        process.exitCode = 1
      } else writeWhole(path, text)
    }
  })
