// Runs one measurement by its name: `npm run bench -- search`.
import { readdirSync } from 'node:fs'

const names = readdirSync(import.meta.dirname).flatMap((file) => /^(\w+)\.ts$/.exec(file)?.[1] ?? [])
const [name, ...rest] = process.argv.slice(2)
if (!names.includes(name)) {
  console.error(`npm run bench -- NAME, where NAME is one of: ${names.join(', ')}`)
  process.exit(2)
}
process.argv.splice(2, process.argv.length, ...rest)
await import(`./${name}.ts`)
