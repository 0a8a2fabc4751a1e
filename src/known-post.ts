import { type FrontMatter, findFrontMatter, splitFrontMatter } from './calendar/front-matter.ts'
import { checkBody } from './mdx/check-body.ts'
import { channelsNamed } from './mdx/check-shares.ts'
import { termsNamed } from './mdx/check-terms.ts'
import { collectLinks, keepLinks, type Link } from './mdx/collect-links.ts'
import type { Components } from './mdx/components.ts'
import { type Body, knownBody, parseBody } from './mdx/parse-body.ts'

/** What was found out about texts before, kept by everything that it depends on. */
export interface Memory {
  /**
   * What `find` gives, which is plain data: from before, where all that it depends on is the same; else anew.
   * @param path relative to the root
   */
  recall<T>(path: string, dependsOn: readonly string[], find: () => T): T
  /** SHA-256 of the text of a file, found out once for each text. */
  digestOf(path: string, text: string): string
}

/** What a post's text says by itself, where nothing is wrong with it. Plain data. */
export interface KnownPost {
  /** Its entry, as YAML reads it. */
  entry: unknown
  bodyStart: number
  links: readonly Omit<Link, 'file'>[]
  /** Glossary words and channels that its body names. */
  terms: readonly string[]
  channels: readonly string[]
}

/** Reads a post by itself. @returns null where anything is wrong: whoever reads it again finds out what */
export function knowPost(file: string, text: string, components: Components): KnownPost | null {
  const split = splitFrontMatter(file, text)
  if ('fault' in split || split.yaml.faults.length > 0) return null
  const { yaml, bodyStart } = split
  if (!fitsJson(yaml.value)) return null
  const body = parseBody({ file, text, bodyStart })
  if (checkBody(body, components).length > 0) return null
  const terms = termsNamed(body)
  if (!terms) return null
  const links = collectLinks(body).map(({ file: _, ...link }) => link)
  return { entry: yaml.value, bodyStart, links, terms, channels: channelsNamed(body) }
}

/** The entry of a post that is known. Its text is read where somebody asks for places. */
export function knownFrontMatter(file: string, text: string, { entry, bodyStart }: KnownPost): FrontMatter {
  const read = () => (splitFrontMatter(file, text) as FrontMatter).yaml
  return {
    bodyStart,
    yaml: {
      value: entry,
      faults: [],
      placeOf: (path) => read().placeOf(path),
      rangeOf: (path) => read().rangeOf(path),
      placeOfKey: (path) => read().placeOfKey(path),
    },
  }
}

/** The body of a post that is known. */
export function bodyOfKnown(file: string, text: string, { bodyStart, links }: KnownPost): Body {
  const body = knownBody({ file, text, bodyStart })
  keepLinks(
    body,
    links.map((link) => ({ file, ...link })),
  )
  return body
}

/** The body of a post of which nothing is known; undefined where it cannot be told where it begins. */
export function bodyOfUnknown(file: string, text: string): Body | undefined {
  const split = findFrontMatter(file, text)
  return 'fault' in split ? undefined : parseBody({ file, text, bodyStart: split.bodyStart })
}

/** JSON has no infinity, and no zero below zero. */
function fitsJson(value: unknown): boolean {
  if (typeof value === 'number') return Number.isFinite(value) && !Object.is(value, -0)
  return !value || typeof value !== 'object' || Object.values(value).every(fitsJson)
}
