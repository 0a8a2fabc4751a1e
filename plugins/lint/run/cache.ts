import { hash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Memory } from '../../../src/known-post.ts'
import { writeWhole } from '../../../src/write-whole.ts'

/** What was said of texts before, kept by everything that it depends on. */
export interface LintCache extends Memory {
  /** Writes what is new, without the files that are gone. */
  save(): void
}

interface Entry {
  key: string
  said: unknown
}

/**
 * A cache in `.coldread/` of a root that holds content. One that cannot be read is empty, and one that cannot be written is not.
 * @param asked version of all code that has a say; by default it is found out
 * @param name of its file
 */
export function openCache(root: string, asked?: string, name = 'lint-cache'): LintCache | undefined {
  if (!existsSync(join(root, 'content'))) return undefined
  const version = asked ?? linterVersion()
  const file = join(root, '.coldread', name)
  const entries = readEntries(file, version)
  const digests = new Map<string, { text: string; digest: string }>()
  let isNew = false
  return {
    recall<T>(path: string, dependsOn: readonly string[], lint: () => T): T {
      // Lengths keep texts apart, and take less time than to escape them.
      const key = hash('sha256', dependsOn.map((each) => `${each.length} ${each}`).join(''))
      const kept = entries.get(path)
      if (kept?.key === key) return kept.said as T
      const said = lint()
      entries.set(path, { key, said })
      isNew = true
      return said
    },
    digestOf(path, text) {
      const known = digests.get(path)
      if (known?.text === text) return known.digest
      const digest = hash('sha256', text)
      digests.set(path, { text, digest })
      return digest
    },
    save() {
      for (const path of entries.keys())
        if (!existsSync(resolve(root, path))) isNew = entries.delete(path) || isNew
      if (!isNew) return
      isNew = false
      const text = JSON.stringify([...entries])
      try {
        writeWhole(file, `${version} ${hash('sha256', text)}\n${text}`)
      } catch {
        // A folder that cannot be written to is linted all the same.
      }
    },
  }
}

/** Entries of a cache that this very version wrote whole. */
function readEntries(file: string, version: string): Map<string, Entry> {
  try {
    const written = readFileSync(file, 'utf8')
    const headEnd = written.indexOf('\n')
    const text = written.slice(headEnd + 1)
    if (written.slice(0, headEnd) !== `${version} ${hash('sha256', text)}`) return new Map()
    return new Map(JSON.parse(text) as [string, Entry][])
  } catch {
    return new Map()
  }
}

const packageFolder = fileURLToPath(new URL('../../../', import.meta.url))

/** What findings depend on besides texts: the package, where it stands, the code that reads and lints, and Node. */
export function linterVersion(): string {
  const code = ['plugins/lint', 'src/calendar', 'src/mdx', 'src/snippets'].flatMap((folder) =>
    readdirSync(join(packageFolder, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && !entry.name.endsWith('.md'))
      .map(({ parentPath, name }) => join(parentPath, name)),
  )
  const texts = [...code.sort(), join(packageFolder, 'package.json')].map((file) => [
    file,
    readFileSync(file, 'utf8'),
  ])
  return hash('sha256', JSON.stringify([process.version, ...texts]))
}
