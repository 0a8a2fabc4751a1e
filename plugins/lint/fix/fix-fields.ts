import { isDeepStrictEqual } from 'node:util'
import { splitFrontMatter } from '../../../src/calendar/front-matter.ts'
import { readYaml, type YamlDocument } from '../../../src/calendar/yaml-document.ts'
import type { Edit } from '../finding.ts'
import { alignYaml } from '../text/align-yaml.ts'
import { edited } from './fix-edits.ts'

type Path = readonly (string | number)[]

/**
 * Whether the fields of a file say after some edits what was meant: a text whose words are edited reads with those
 * words changed, every other field as before. Edits of more than one value may only take fields away.
 */
export function keepsFields(file: string, source: string, edits: readonly Edit[]): boolean {
  const before = fieldsIn(file, source)
  if (!before) return true
  const inside = edits.filter(({ start }) => start < before.end)
  if (inside.length === 0) return true
  const after = fieldsIn(file, edited(source, edits))
  const longer = inside.reduce((sum, { start, end, text }) => sum + text.length - (end - start), 0)
  if (!after || after.yaml.faults.length > 0 || after.end !== before.end + longer) return false
  const meant = meantBy(inside, source, before.yaml)
  return meant.isWhole
    ? isDeepStrictEqual(after.yaml.value, meant.value)
    : isPart(after.yaml.value, meant.value)
}

/** The YAML of a file, and where it ends; undefined where the file has none. */
function fieldsIn(file: string, source: string): { yaml: YamlDocument; end: number } | undefined {
  if (/\.ya?ml$/.test(file)) return { yaml: readYaml(file, source), end: source.length }
  const split = splitFrontMatter(file, source)
  return 'fault' in split ? undefined : { yaml: split.yaml, end: split.bodyStart }
}

/** What fields are meant to say after edits of their words; not whole where an edit is about more than words. */
function meantBy(
  edits: readonly Edit[],
  source: string,
  yaml: YamlDocument,
): { value: unknown; isWhole: boolean } {
  let left = edits.length
  const meantAt = (value: unknown, path: Path): unknown => {
    if (Array.isArray(value)) return value.map((item, index) => meantAt(item, [...path, index]))
    if (typeof value === 'object' && value !== null)
      return Object.fromEntries(
        Object.entries(value).map(([key, each]) => [key, meantAt(each, [...path, key])]),
      )
    const range = yaml.rangeOf(path)
    if (typeof value !== 'string' || !range) return value
    const own = edits.filter(({ start, end }) => range[0] <= start && end <= range[1])
    if (own.length === 0) return value
    const offsets = alignYaml(value, source, ...range)
    const inValue = own.map((edit) => ({
      start: offsets.indexOf(edit.start),
      end: offsets.indexOf(edit.end),
      text: edit.text,
    }))
    if (inValue.some(({ start, end }) => start === -1 || end === -1)) return value
    left -= own.length
    return edited(value, inValue)
  }
  const value = meantAt(yaml.value, [])
  return { value, isWhole: left === 0 }
}

/** Whether data is other data with something left out. */
function isPart(part: unknown, whole: unknown): boolean {
  if (Array.isArray(part) && Array.isArray(whole)) {
    let at = 0
    return part.every((item) => {
      while (at < whole.length && !isPart(item, whole[at])) at++
      return at++ < whole.length
    })
  }
  if (typeof part !== 'object' || typeof whole !== 'object' || part === null || whole === null)
    return part === whole || (part === null && typeof whole === 'object')
  const has = new Map(Object.entries(whole))
  return Object.entries(part).every(([key, value]) => has.has(key) && isPart(value, has.get(key)))
}
