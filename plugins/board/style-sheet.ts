import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const source = fileURLToPath(new URL('../../src/', import.meta.url))

/** The board's style sheet: the site's tokens, the board's own rules, then those of its views by name. */
export function styleSheet(): string {
  const own = join(source, 'board/styles')
  const files = readdirSync(own)
    .filter((name) => name.endsWith('.css') && name !== 'board.css')
    .sort()
  return [join(source, 'styles/tokens.css'), join(own, 'board.css'), ...files.map((name) => join(own, name))]
    .map((file) => readFileSync(file, 'utf8'))
    .join('\n')
}
