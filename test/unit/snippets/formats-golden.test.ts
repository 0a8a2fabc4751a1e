import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'
import type { Format } from '../../../src/snippets/format.ts'
import { batchesOf } from '../../../src/snippets/formats/batches-of.ts'
import { checkExport, isFor } from '../../../src/snippets/formats/check-export.ts'
import { renderFormats } from '../../../src/snippets/formats/render-formats.ts'
import { reviewFile } from '../../../src/snippets/formats/review-file.ts'
import { formats, openFormat } from '../../../src/snippets/formats.ts'
import { contextOf, fullExports, metricoolTemplate, someItems } from './export-items.ts'

// Formats as they were in that month. Delete a file to have it written anew.
const folder = fileURLToPath(new URL('formats/2026-11/', import.meta.url))
const context = contextOf(fullExports)

/** Compares byte for byte: a snapshot would take one line ending for another. */
function expectGolden(name: string, content: string): void {
  if (!existsSync(folder + name)) writeFileSync(folder + name, content, { flag: 'wx' })
  expect(Buffer.from(content)).toEqual(readFileSync(folder + name))
}

it.each([...Object.keys(formats), 'metricool', 'hootsuite'])('%s writes what its tool reads', (id) => {
  const format = openFormat(id, context, (path) =>
    path === 'content/exports/metricool.csv' ? metricoolTemplate : undefined,
  ) as Format
  expect(format).toHaveProperty('render')
  const items = someItems.filter((item) => isFor(format, item))
  const problems = checkExport(items, format, context)
  const fine = items.filter((item) => !problems.get(item)?.some(({ level }) => level === 'error'))
  const files = batchesOf(fine, format, context).map(({ name, items }) => format.render(items, name, context))
  for (const { name, content } of files) expectGolden(name, content)
  const said = [...problems].flatMap(([{ id }, each]) =>
    each.map(({ level, what, mend }) => `${level} ${id}: ${what} — ${mend}`),
  )
  expectGolden(`${id}.txt`, `${[...said, '', ...format.steps(files, context)].join('\n')}\n`)
})

it('writes a table for people, which no spreadsheet takes for formulas', () => {
  const { name, content } = reviewFile(someItems, 'NAME', context)
  expectGolden(name, content)
})

it('lists the formats', () => {
  expectGolden('formats.txt', `${renderFormats(formats)}\n`)
})
