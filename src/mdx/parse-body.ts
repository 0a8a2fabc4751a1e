import { type MdastNode, markdownToMdast, mdxToMdast } from 'satteri'
import type { Fault, Place } from '../calendar/fault.ts'
import { explainSyntax } from './explain-syntax.ts'
import { findExcess } from './find-excess.ts'
import { placeFinder } from './place-finder.ts'
import type { ProblemAt } from './problem-at.ts'

export interface BodySource {
  /** Path relative to the site's root. */
  file: string
  /** The whole file. */
  text: string
  /** Offset where the body begins, after the front matter. */
  bodyStart: number
  /** Markdown without components, where braces and `<` are no more than signs. */
  isPlain?: boolean
}

type Tree = Extract<MdastNode, { type: 'root' }>

/** A body as a tree. Nothing of it has been run. */
export interface Body {
  /** What was parsed: the file, its front matter blank, with a line end added. Offsets are the file's. */
  text: string
  /**
   * mdast; lines and columns count from 1, columns and offsets in UTF-16 units. Empty if nothing could be read. Only the
   * tree that was looked at last stays in memory: a body that is looked at later is parsed again.
   */
  readonly tree: Tree
  /** Where an offset of the text stands in the file. */
  placeOf(offset: number): Place
  /** Markdown without components. */
  isPlain: boolean
  /** Why it could not be parsed as written; the tree then takes tags and braces at these places for plain text. */
  faults: Fault[]
}

/** Features of Astro's own Markdown. Front matter is blank already. */
export const features = { frontmatter: false, gfm: true }

const mostFaults = 20
const deepest = 100

/** Parses a post's body. Never throws. */
export function parseBody({ file, text: source, bodyStart, isPlain = false }: BodySource): Body {
  let text = readable(source, bodyStart)
  const faults: Fault[] = []
  const placeOf = placeFinder(file, source)
  const add = ({ offset, ...problem }: ProblemAt) =>
    faults.push({ ...placeOf(Math.max(offset, bodyStart)), ...problem })
  const unread = (): Body => ({ text, tree: { type: 'root', children: [] }, isPlain, faults, placeOf })

  const excess = findExcess(text)
  if (excess) {
    add(excess)
    return unread()
  }
  while (faults.length < mostFaults) {
    try {
      const tree = parse(text, isPlain)
      const offset = offsetAtDepth(tree, deepest)
      if (offset === undefined) {
        const written = text
        const textOf = faults.length === 0 ? () => readable(source, bodyStart) : () => written
        return new ParsedBody(textOf, isPlain, faults, placeOf, { text, tree })
      }
      add({ offset, what: `${deepest} levels stand inside one another here`, mend: 'use fewer levels' })
      return unread()
    } catch (error) {
      const { skip, ...problem } = explainSyntax(error instanceof Error ? error.message : String(error), text)
      add(problem)
      if (skip === 0) return unread()
      const end = problem.offset + skip
      const plain = text.slice(problem.offset, end).replace(/[^\n]/g, '\ufffd')
      text = text.slice(0, problem.offset) + plain + text.slice(end)
    }
  }
  return unread()
}

/** The body of a post in which nothing was wrong when it was last parsed: it is parsed when somebody looks at it. */
export function knownBody({ file, text, bodyStart }: BodySource): Body {
  return new ParsedBody(() => readable(text, bodyStart), false, [], placeFinder(file, text))
}

interface Parsed {
  text: string
  tree: Tree
}

/** A body that can be parsed whole: it is parsed again when it is looked at after another. */
class ParsedBody implements Body {
  static #last: ParsedBody | undefined
  readonly isPlain: boolean
  readonly faults: Fault[]
  readonly placeOf: (offset: number) => Place
  readonly #textOf: () => string
  #parsed: Parsed | undefined

  constructor(
    textOf: () => string,
    isPlain: boolean,
    faults: Fault[],
    placeOf: Body['placeOf'],
    parsed?: Parsed,
  ) {
    this.#textOf = textOf
    this.isPlain = isPlain
    this.faults = faults
    this.placeOf = placeOf
    if (parsed) this.#keep(parsed)
  }

  get text(): string {
    return this.#parsed?.text ?? this.#textOf()
  }

  get tree(): Tree {
    const { text } = this
    return (this.#parsed ?? this.#keep({ text, tree: parse(text, this.isPlain) })).tree
  }

  #keep(parsed: Parsed): Parsed {
    if (ParsedBody.#last) ParsedBody.#last.#parsed = undefined
    ParsedBody.#last = this
    this.#parsed = parsed
    return parsed
  }
}

function parse(text: string, isPlain: boolean): Tree {
  return (isPlain ? markdownToMdast : mdxToMdast)(text, { features }) as Tree
}

/**
 * The text with nothing before the body, and without what Markdown does not let through; places stay, which a byte
 * order mark would shift. The line end is there because Sätteri 0.10.5 ends the process where a line of code ends the
 * text with a backslash.
 */
function readable(source: string, bodyStart: number): string {
  const before = source.slice(0, bodyStart).replace(/[^\r\n]+/g, ({ length }) => ' '.repeat(length))
  const body = source
    .slice(bodyStart)
    .replaceAll('\0', '\ufffd')
    .replace(/\r(?!\n)/g, ' ')
  return `${before}${body}\n`.replace(/^\ufeff/, ' ')
}

function offsetAtDepth(node: MdastNode, depth: number): number | undefined {
  if (depth === 0) return node.position?.start.offset
  if (!('children' in node)) return undefined
  const { children } = node
  for (let index = 0; index < children.length; index++) {
    const offset = offsetAtDepth(children[index] as MdastNode, depth - 1)
    if (offset !== undefined) return offset
  }
  return undefined
}
