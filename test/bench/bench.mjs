// Runs one measurement by its name, `npm run bench -- search`, or all of them: `npm run bench -- --posts 1000`.
import { readdirSync } from 'node:fs'

const all = 'all'
const names = readdirSync(import.meta.dirname)
  .flatMap((file) => /^(\w+)\.ts$/.exec(file)?.[1] ?? [])
  .filter((name) => name !== all)
const [first, ...rest] = process.argv.slice(2)
const isAll = first === undefined || first.startsWith('-')
if (!isAll && !names.includes(first)) {
  console.error(`npm run bench -- NAME, where NAME is one of: ${names.join(', ')}`)
  console.error(
    'Without a name, builds, lint, queue, board, search and start-up are measured; --posts, --runs, --og, --json.',
  )
  process.exit(2)
}
process.argv.splice(2, process.argv.length, ...(isAll ? process.argv.slice(2) : rest))
await import(`./${isAll ? all : first}.ts`)
