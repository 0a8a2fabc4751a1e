import type { Moved } from './move-in-content.ts'

/** A move in a sentence: what, from where, to where; and what does not move with it. */
export function renderMoved(moved: Moved): string {
  const { name, file, path, before, after, undo, handedOver = 0, early = 0 } = moved
  const field = String(path.at(-1))
  if (before === after)
    return `${name} is there already: \`${field}: ${after}\` in ${file}. Nothing was written.`
  const from = before === null ? '' : `, not ${before}`
  const said =
    after === ''
      ? `${name}: \`${field}\` is gone again from ${file}; it was ${before}.`
      : `${name}: \`${field}\` is ${after} now${from}, in ${file}.`
  const soft = undo && field === 'planned' ? ' That is a soft day; `publish` makes it a promise.' : ''
  const things = handedOver === 1 ? '1 thing of it was' : `${handedOver} things of it were`
  const left =
    handedOver === 0 ? '' : ` ${things} handed over before: \`npm run queue\` says what to change there.`
  const links =
    early === 1
      ? '1 snippet that leads to it has an `at`'
      : `${early} snippets that lead to it have an \`at\``
  const late = early === 0 ? '' : ` ${links} before its page can be there, and would wait until then.`
  return said + soft + left + late
}
