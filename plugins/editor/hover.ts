import { existsSync, readFileSync } from 'node:fs'
import type { Finding } from '../lint/finding.ts'

/** What is said of a place: why it matters, what made the rule speak, and what the rule's page begins with. */
export function hoverText(findings: readonly Finding[]): string | undefined {
  if (findings.length === 0) return undefined
  return findings
    .map(({ rule, message, note, because, url }) =>
      [message, note, `*Said because ${because}.*`, introOf(rule), `[More about \`${rule}\`](${url})`]
        .filter((part) => part !== '')
        .join('\n\n'),
    )
    .join('\n\n---\n\n')
}

/** The readme of a rule without its examples. */
function introOf(rule: string): string {
  const file = new URL(`../lint/rules/${rule}/readme.md`, import.meta.url)
  if (!existsSync(file)) return ''
  const [intro = ''] = readFileSync(file, 'utf8').split(/^## /m)
  return intro.replace(/^# /, '### ').trim()
}
