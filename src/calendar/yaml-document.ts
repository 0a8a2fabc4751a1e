import { isAlias, isMap, isScalar, isSeq, type Node, type Pair, parseDocument, type YAMLError } from 'yaml'
import type { Fault, Place } from './fault.ts'
import { placeAt } from './place-at.ts'

type Path = readonly PropertyKey[]

/** A YAML text whose values know their places. */
export interface YamlDocument {
  /** Plain data; days and times stay text as written, since YAML 1.2 has no dates. */
  value: unknown
  /** Syntax faults, each with its place; where there are any, `value` is undefined. */
  faults: Fault[]
  /** Where the value at a path stands, or the nearest thing above it that is there. */
  placeOf(path: Path): Place
  /** Where the key at a path stands, or the nearest thing above it that is there. */
  placeOfKey(path: Path): Place
}

/**
 * Reads YAML with positions. Never throws.
 * @param source the whole file; only `from` to `to` (UTF-16 offsets) of it is read, as in front matter
 */
export function readYaml(file: string, source: string, from = 0, to = source.length): YamlDocument {
  const text = source.slice(from, to)
  const document = parseDocument(text, { schema: 'core', prettyErrors: false, stringKeys: true })
  const place = (offset: number) => placeAt(file, source, from + Math.min(offset, text.length))
  const faults: Fault[] = firstOfEachLine([...document.errors, ...document.warnings], text).map((error) => ({
    ...place(error.pos[0]),
    ...explain(error, text),
  }))

  let value: unknown
  if (faults.length === 0) {
    try {
      value = document.toJS({ maxAliasCount: 100 })
    } catch (error) {
      const what =
        error instanceof ReferenceError ? 'an alias (`*name`) of nothing' : 'aliases (`*name`) of aliases'
      faults.push({
        ...place(0),
        what,
        mend: 'write the value itself; text that begins with `*` needs quotes',
      })
    }
  }

  const pairAt = (path: Path): Pair<Node, Node | null> | undefined => {
    let node: Node | null | undefined = document.contents
    let pair: Pair<Node, Node | null> | undefined
    for (const step of path) {
      if (isAlias(node)) node = node.resolve(document)
      if (isMap<Node, Node | null>(node)) {
        const found: Pair<Node, Node | null> | undefined = node.items.find(
          ({ key }) => isScalar(key) && String(key.value) === String(step),
        )
        if (!found) break
        pair = found
        node = found.value
      } else if (isSeq<Node>(node) && node.items[Number(step)]) {
        const item = node.items[Number(step)] as Node
        pair = { key: item, value: item } as Pair<Node, Node | null>
        node = item
      } else break
    }
    return pair
  }
  const start = document.contents?.range?.[0] ?? 0
  return {
    value,
    faults,
    placeOf: (path) => {
      const pair = pairAt(path)
      return place(pair?.value?.range?.[0] ?? pair?.key.range?.[0] ?? start)
    },
    placeOfKey: (path) => place(pairAt(path)?.key.range?.[0] ?? start),
  }
}

/** One slip often makes the parser stumble several times on its line; the first time says it. */
function firstOfEachLine(errors: YAMLError[], text: string): YAMLError[] {
  const seen = new Set<number>()
  return errors.filter((error) => {
    const line = placeAt('', text, error.pos[0]).line
    return !seen.has(line) && seen.add(line)
  })
}

function explain(error: YAMLError, text: string): Pick<Fault, 'what' | 'mend' | 'paste'> {
  const lineStart = text.lastIndexOf('\n', error.pos[0] - 1) + 1
  const line = text.slice(lineStart).split('\n', 1)[0] ?? ''
  const entry = /^(\s*(?:- )?[\w-]+):\s+(\S.*?)\s*$/.exec(line)
  const quoted = entry ? { paste: `${entry[1]}: ${JSON.stringify(entry[2])}` } : {}
  switch (error.code) {
    case 'BLOCK_AS_IMPLICIT_KEY':
    case 'MULTILINE_IMPLICIT_KEY':
      return entry?.[2]?.includes(': ')
        ? { what: 'a colon and a space inside a value', mend: 'put the value in quotes', ...quoted }
        : {
            what: 'this line is indented further than the one it belongs beside',
            mend: 'align it with the line above',
          }
    case 'BAD_SCALAR_START':
      return {
        what: `a value cannot begin with \`${text[error.pos[0]]}\``,
        mend: 'put the value in quotes',
        ...quoted,
      }
    case 'DUPLICATE_KEY':
      return { what: `\`${entry?.[1]?.trim() ?? line.trim()}\` is here twice`, mend: 'keep one of them' }
    case 'TAB_AS_INDENT':
      return { what: 'a tab at the beginning of a line', mend: 'indent with spaces' }
    case 'MISSING_CHAR':
      return {
        what: `not readable as YAML: ${error.message}`,
        mend: 'close the quote, or write the value without quotes',
      }
    case 'TAG_RESOLVE_FAILED':
      return {
        what: `\`${text.slice(...error.pos)}\` is a YAML tag`,
        mend: 'write plain text, numbers and lists only',
      }
    case 'MULTIPLE_DOCS':
      return { what: '`---` begins a second document', mend: 'keep one document a file' }
    default:
      return {
        what: `not readable as YAML: ${error.message}`,
        mend: 'check quotes, brackets and indentation on this line',
      }
  }
}
