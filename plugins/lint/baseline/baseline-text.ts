import { z } from 'zod'
import { check } from '../../../src/calendar/check.ts'
import type { Fault } from '../../../src/calendar/fault.ts'
import { placeAt } from '../../../src/calendar/place-at.ts'
import { readYaml } from '../../../src/calendar/yaml-document.ts'
import { type Baseline, baselineFile, mergeBaseline } from './baseline.ts'

const schema = z.strictObject({
  version: z.literal(1),
  findings: z.array(
    z.strictObject({
      file: z.string().min(1).meta({ description: 'Path below the root' }),
      rule: z.string().min(1).meta({ description: 'Name of the rule' }),
      fingerprint: z.string().min(1).meta({ description: 'Of the words and their paragraph' }),
      count: z.int().min(1).meta({ description: 'How often' }),
      quote: z.string().meta({ description: 'The words' }),
    }),
  ),
})

/** A baseline as a file: sorted, one finding a line, so that changes of two people rarely meet. */
export function renderBaseline(baseline: Baseline): string {
  const lines = baseline.map(
    ({ file, rule, fingerprint, count, quote }) =>
      `    { "file": ${JSON.stringify(file)}, "rule": ${JSON.stringify(rule)}, "fingerprint": ${JSON.stringify(fingerprint)}, "count": ${count}, "quote": ${JSON.stringify(quote)} }`,
  )
  const list = lines.length === 0 ? '[]' : `[\n${lines.join(',\n')}\n  ]`
  return `{\n  "version": 1,\n  "findings": ${list}\n}\n`
}

/** Reads a baseline. What two people merged by hand is read all the same: order and trailing commas do not matter. */
export function readBaseline(text: string): { baseline: Baseline } | { faults: Fault[] } {
  const parsed = schema.safeParse(fromJson(text))
  if (parsed.success) return { baseline: mergeBaseline(parsed.data.findings) }
  const conflict = /^[<=>]{7}/m.exec(text)
  if (conflict)
    return {
      faults: [{ ...placeAt(baselineFile, text, conflict.index), what: 'a merge left half done', mend }],
    }
  // Reading as YAML takes long, but knows where faults are.
  const checked = check(schema, readYaml(baselineFile, text))
  if ('value' in checked) return { baseline: mergeBaseline(checked.value.findings) }
  return { faults: checked.faults.slice(0, 1).map(({ paste: _, ...fault }) => ({ ...fault, mend })) }
}

const mend = 'mend it by hand, or write the file anew with `npm run lint -- --write-baseline`'

function fromJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
