import { type Inline, inlineIn, policyOf, withPolicy } from './content-security-policy.ts'
import { searchedPart } from './search/searched-part.ts'
import { searchedHash } from './search-index.ts'

/** What is known of a page once it is made. */
export interface PageFacts {
  readonly inline: Inline
  /** Files below `_astro/` that it loads, as paths below the site. */
  readonly assets: readonly string[]
  /** Names what is searched of it, where it is searched. */
  readonly searched?: string
}

/** A page that can be published. */
export interface FinishedPage {
  html: string
  /** What is searched of it: HTML. */
  part: string | undefined
  facts: PageFacts
}

/** What pages are finished with. */
export interface Finish {
  /** Path of the site below its host, without a slash at its end. */
  base: string
  /** The address that the sign-up form sends to. */
  subscribe?: string | undefined
}

/** Gives a page its content security policy, and looks once through it for all that is asked of pages later. */
export function finishPage(html: string, { base, subscribe }: Finish): FinishedPage {
  const inline = inlineIn(html)
  const part = searchedPart(html)
  return {
    html: withPolicy(html, policyOf(inline, subscribe)),
    part,
    facts: {
      inline,
      assets: assetsIn(html, `${base}/_astro/`).map((each) =>
        decodeURIComponent(each.slice(base.length + 1)),
      ),
      ...(part !== undefined && { searched: searchedHash(part) }),
    },
  }
}

/** Addresses below a folder that a page loads. */
function assetsIn(html: string, folder: string): string[] {
  const found = new Set<string>()
  for (let at = html.indexOf(folder); at >= 0; at = html.indexOf(folder, at + 1)) {
    address.lastIndex = at
    if (/["'(\s,]/.test(html[at - 1] ?? '')) found.add(address.exec(html)?.[0] as string)
  }
  return [...found]
}

const address = /[^"'()\s,>?#]+/y
