import { hash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { highlight, type Token } from '../../src/reader/highlight.ts'
import { writeWhole } from '../../src/write-whole.ts'
import { rules } from '../lint/rules.ts'
import { packageRoot } from './package-root.ts'
import { ruleText } from './rule-pages.ts'

/** Colors blocks of code. */
export interface CodeColors {
  highlight(code: string, language: string): Promise<Token[] | undefined>
  /** Keeps what was found out about the blocks of the rules' pages, which are the same on every site. */
  keep(): void
}

type Kept = Record<string, Token[] | null>

/**
 * @param version hash of the code, and of all else that colors depend on
 * @param isClean nothing that was found out before is used
 */
export function codeColors(version: string, isClean = false): CodeColors {
  const file = join(packageRoot, 'node_modules/.cache/coldread/colors.json')
  let kept: Map<string, Token[] | null> | undefined
  const fresh = new Map<string, string>()
  return {
    async highlight(code, language) {
      kept ??= new Map(isClean ? [] : Object.entries(readKept(file, version)))
      const key = hash('sha256', JSON.stringify([language, code]))
      const known = kept.get(key)
      if (known !== undefined) return known ?? undefined
      const tokens = await highlight(code, language)
      kept.set(key, tokens ?? null)
      fresh.set(key, code)
      return tokens
    },
    keep() {
      if (!kept || fresh.size === 0) return
      // Whatever else was colored belongs to the site, and stays out of the package.
      const texts = rules.map(ruleText).join('\n')
      for (const [key, code] of fresh) if (!texts.includes(code.trimEnd())) kept.delete(key)
      fresh.clear()
      try {
        writeWhole(file, JSON.stringify([version, Object.fromEntries(kept)]))
      } catch {
        // They are colored anew next time.
      }
    },
  }
}

function readKept(file: string, version: string): Kept {
  try {
    const [of, kept] = JSON.parse(readFileSync(file, 'utf8')) as [string, Kept]
    return of === version ? kept : {}
  } catch {
    return {}
  }
}
