import type { Moved } from './move-in-content.ts'

/** A move in a sentence: what, from where, to where. */
export function renderMoved({ name, file, path, before, after, undo }: Moved): string {
  const field = String(path.at(-1))
  if (before === after)
    return `${name} is there already: \`${field}: ${after}\` in ${file}. Nothing was written.`
  if (after === '') return `${name}: \`${field}\` is gone again from ${file}; it was ${before}.`
  const from = before === null ? '' : `, not ${before}`
  const soft = undo && field === 'planned' ? ' That is a soft day; `publish` makes it a promise.' : ''
  return `${name}: \`${field}\` is ${after} now${from}, in ${file}.${soft}`
}
