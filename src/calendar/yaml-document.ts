import { isAlias, isMap, isScalar, isSeq, LineCounter, type Node, type Pair, parseDocument } from 'yaml'
import type { Fault, Place } from './fault.ts'
import { placeAt } from './place-at.ts'
import { explain, fewerLevels, lossesIn, placeOfStumble, type Stumble, tooDeep } from './yaml-stumble.ts'

type Path = readonly PropertyKey[]

/** A YAML text whose values know their places. */
export interface YamlDocument {
  /** Plain data; days and times stay text as written, since YAML 1.2 has no dates. */
  value: unknown
  /** Syntax faults, each with its place; where there are any, `value` is undefined. */
  faults: Fault[]
  /** Where the value at a path stands, or the nearest thing above it that is there. */
  placeOf(path: Path): Place
  /** Offsets of the value at a path in the whole file; undefined when it is not there. */
  rangeOf(path: Path): readonly [number, number] | undefined
  /** Where the key at a path stands, or the nearest thing above it that is there. */
  placeOfKey(path: Path): Place
}

/** A document with more faulty lines than this is no YAML at all. */
const mostFaults = 50

/**
 * Reads YAML with positions. Never throws.
 * @param source the whole file; only `from` to `to` (UTF-16 offsets) of it is read, as in front matter
 */
export function readYaml(file: string, source: string, from = 0, to = source.length): YamlDocument {
  const text = source.slice(from, to)
  const lineCounter = new LineCounter()
  const document = parseDocument(text, {
    schema: 'core',
    prettyErrors: false,
    stringKeys: true,
    lineCounter,
  })
  const place = (offset: number) => placeAt(file, source, from + Math.min(offset, text.length))
  const faultsOf = (stumbles: readonly Stumble[]): Fault[] =>
    firstOfEachLine(stumbles, lineCounter).map((stumble) => ({
      ...place(placeOfStumble(stumble, document)),
      ...explain(stumble, text),
    }))

  const faults = faultsOf([...document.errors, ...document.warnings])
  let value: unknown
  if (faults.length === 0) {
    try {
      faults.push(...faultsOf(lossesIn(document, text)))
      const data: unknown = document.toJS({ maxAliasCount: 100 })
      if (text.includes('*')) JSON.stringify(data)
      if (faults.length === 0) value = data
    } catch (error) {
      if (faults.length === 0) faults.push({ ...place(0), ...unfolding(error) })
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
  const rangeOf = (path: Path): readonly [number, number] | undefined => {
    if (document.errors.length > 0) return undefined
    const node = document.getIn(path.map(String), true) as Node | undefined
    return node?.range ? [from + node.range[0], from + node.range[1]] : undefined
  }
  const start = document.contents?.range?.[0] ?? 0
  return {
    value,
    faults,
    placeOf: (path) => {
      const pair = pairAt(path)
      return place(pair?.value?.range?.[0] ?? pair?.key.range?.[0] ?? start)
    },
    rangeOf,
    placeOfKey: (path) => place(pairAt(path)?.key.range?.[0] ?? start),
  }
}

/** One slip often makes the parser stumble several times on its line, or on every line after it; the first time says it. */
function firstOfEachLine(stumbles: readonly Stumble[], lines: LineCounter): Stumble[] {
  const seen = new Set<number>()
  return stumbles
    .filter(({ message }, index) => index === 0 || !message.includes('in YAML stream'))
    .filter(({ pos }) => {
      const { line } = lines.linePos(pos[0])
      return !seen.has(line) && seen.add(line)
    })
    .slice(0, mostFaults)
}

/** Why values that refer to each other could not be written out. */
function unfolding(error: unknown): Pick<Fault, 'what' | 'mend'> {
  return error instanceof RangeError
    ? { what: tooDeep, mend: fewerLevels }
    : {
        what: 'references (`*name`) that lead in circles or grow without end',
        mend: 'write the values themselves',
      }
}
