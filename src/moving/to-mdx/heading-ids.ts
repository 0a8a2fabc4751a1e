import GithubSlugger from 'github-slugger'
import type { MdastNode } from 'satteri'

/** Attributes behind a heading's words: `{#why .big}`. */
export const headingAttributes = /[ \t]*\{:?[ \t]*([^{}\n]*[#.=][^{}\n]*)\}[ \t]*$/

/** Places on a page that links may name: what a place was called on the old site leads to what it is called here. */
export class HeadingIds {
  readonly #slugger = new GithubSlugger()
  readonly #byOld = new Map<string, string>()

  /** @param written its attributes, where it has some */
  add(words: string, written: string | undefined): void {
    const slug = this.#slugger.slug(words)
    const own = /#([^\s}]+)/.exec(written ?? '')?.[1]
    for (const old of [slug, own, bare(words)])
      if (old !== undefined && !this.#byOld.has(old)) this.#byOld.set(old, slug)
  }

  /** The place that `#name` means here; undefined where there is none. */
  find(hash: string): string | undefined {
    const name = decoded(hash.slice(1))
    return this.#byOld.get(name) ?? this.#byOld.get(bare(name))
  }
}

/** Letters and digits alone: every program joins them in its own way. */
function bare(words: string): string {
  return words.toLowerCase().replace(/[^\p{L}\p{M}\p{N}]/gu, '')
}

/** All words below a node. */
export function wordsIn(node: MdastNode): string {
  if ('children' in node) return node.children.map(wordsIn).join('')
  if (node.type === 'break') return ' '
  return 'value' in node && typeof node.value === 'string' && node.type !== 'html' ? node.value : ''
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
