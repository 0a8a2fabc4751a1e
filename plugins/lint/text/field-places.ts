import { splitFrontMatter } from '../../../src/calendar/front-matter.ts'
import { isPost } from '../../../src/calendar/sources.ts'
import { readYaml, type YamlDocument } from '../../../src/calendar/yaml-document.ts'

/** Where the fields of a file stand, as offsets in it. */
export interface FieldPlaces {
  /** Where the value at a path stands, or the nearest thing above it that is there. */
  rangeOf(path: readonly (string | number)[]): readonly [number, number]
}

const none: FieldPlaces = { rangeOf: () => [0, 0] }

let last: { file: string; source: string; places: FieldPlaces } | undefined

/**
 * Where the fields of a post's front matter, or of a YAML file, stand. Parsed only when something is reported there;
 * the last file is kept, since findings come file by file.
 */
export function fieldsOf(file: string, source: string): FieldPlaces {
  return { rangeOf: (path) => plainFieldIn(file, source, path) ?? parsedFieldsOf(file, source).rangeOf(path) }
}

/**
 * A field of a post that is written in the simplest way, as nearly all titles are: words on one line. Rules of the calendar
 * report there, once for many posts, and parsing takes a fifth of a millisecond.
 */
function plainFieldIn(
  file: string,
  source: string,
  [name, ...below]: readonly (string | number)[],
): readonly [number, number] | undefined {
  if (!isPost(file) || below.length > 0 || typeof name !== 'string') return undefined
  const found = new RegExp(
    `^---\\n(?:[^\\n]*\\n)*?${RegExp.escape(name)}: (\\p{L}[^\\n:#"']*[^\\n:#"' ])\\n(?=\\w|---\\n)`,
    'u',
  ).exec(source)
  const value = found?.[1]
  if (!found || value === undefined || source.indexOf('\n---\n') < found.index + found[0].length - 1)
    return undefined
  const start = found[0].lastIndexOf(value)
  return [start, start + value.length]
}

function parsedFieldsOf(file: string, source: string): FieldPlaces {
  if (last?.file === file && last.source === source) return last.places
  last = { file, source, places: placesIn(file, source) }
  return last.places
}

function placesIn(file: string, source: string): FieldPlaces {
  if (/\.ya?ml$/.test(file)) return rangesIn(readYaml(file, source))
  const split = splitFrontMatter(file, source)
  return 'fault' in split ? none : rangesIn(split.yaml)
}

function rangesIn(yaml: YamlDocument): FieldPlaces {
  return {
    rangeOf(path) {
      // A snippet may be written as its words alone, without a list and without `text`.
      for (let length = path.length; length > 0; length--) {
        const range = yaml.rangeOf(path.slice(0, length))
        if (range) return range
      }
      return [0, 0]
    },
  }
}
