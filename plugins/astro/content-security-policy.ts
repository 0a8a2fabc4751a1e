import { hash } from 'node:crypto'

/** Sources by directive: `script-src` → `'self'`, … */
export type Policy = ReadonlyMap<string, ReadonlySet<string>>

/** Sources that name the scripts and styles that stand in a page, each by its hash. */
export interface Inline {
  readonly scripts: readonly string[]
  readonly styles: readonly string[]
}

const inlineStyle = /<style\b[^>]*>([\s\S]*?)<\/style>/g
/** Blocks of data, such as JSON-LD, are no scripts. */
const inlineScript = /<script\b(?![^>]*\s(?:src=|type="application\/))[^>]*>([\s\S]*?)<\/script>/g

/** The scripts and styles that stand in a page. */
export function inlineIn(html: string): Inline {
  return { scripts: hashesOf(html, inlineScript), styles: hashesOf(html, inlineStyle) }
}

function hashesOf(html: string, block: RegExp): string[] {
  return [...html.matchAll(block)].map(([, text = '']) => `'sha256-${hash('sha256', text, 'base64')}'`)
}

/**
 * What a page may load and run: what the site itself brings, Pagefind's WebAssembly, and the styles and scripts that
 * stand in the page, by their hashes. (Astro's own policy lists the hashes of the whole site on every page: 0.8 KB more
 * over the wire.)
 * @param subscribe the address that the sign-up form sends to
 */
export function policyOf({ scripts, styles }: Inline, subscribe: string | undefined): Policy {
  return new Map([
    ['default-src', new Set(["'none'"])],
    ['base-uri', new Set(["'none'"])],
    ['connect-src', new Set(["'self'"])],
    ['form-action', new Set(["'self'", ...(subscribe === undefined ? [] : [new URL(subscribe).origin])])],
    ['img-src', new Set(["'self'"])],
    ['script-src', new Set(["'self'", "'wasm-unsafe-eval'", ...scripts])],
    ['style-src', new Set(["'self'", ...styles])],
    ['worker-src', new Set(["'self'"])],
  ])
}

/** A page with its policy in its head, before anything that loads. */
export function withPolicy(html: string, policy: Policy): string {
  return html.replace(
    /<meta charset="utf-8"\s*\/?>/i,
    (charset) => `${charset}<meta http-equiv="Content-Security-Policy" content="${renderPolicy(policy)}">`,
  )
}

/** What only a header can say: that no page stands in a frame. */
export const framePolicy: Policy = new Map([['frame-ancestors', new Set(["'none'"])]])

/** One policy for the header that a host sends with every page: all that any page allows, and no frames around it. */
export function headerPolicy(pages: Iterable<Inline>, subscribe: string | undefined): Policy {
  const scripts = new Set<string>()
  const styles = new Set<string>()
  for (const page of pages) {
    for (const script of page.scripts) scripts.add(script)
    for (const style of page.styles) styles.add(style)
  }
  const policy = policyOf({ scripts: [...scripts], styles: [...styles] }, subscribe)
  return new Map([...policy, ...framePolicy])
}

/** A policy as headers and pages say it. */
export function renderPolicy(policy: Policy): string {
  return [...policy].map(([directive, sources]) => [directive, ...[...sources].sort()].join(' ')).join('; ')
}
