import { createHash } from 'node:crypto'

/** Sources by directive: `script-src` → `'self'`, … */
export type Policy = ReadonlyMap<string, ReadonlySet<string>>

/**
 * What a page may load and run: what the site itself brings, Pagefind's WebAssembly, and the styles and scripts that
 * stand in the page, by their hashes. (Astro's own policy lists the hashes of the whole site on every page: 0.8 KB more
 * over the wire.)
 * @param html the page
 * @param subscribe the address that the sign-up form sends to
 */
export function policyOf(html: string, subscribe: string | undefined): Policy {
  return new Map([
    ['default-src', new Set(["'none'"])],
    ['base-uri', new Set(["'none'"])],
    ['connect-src', new Set(["'self'"])],
    ['form-action', new Set(["'self'", ...(subscribe === undefined ? [] : [new URL(subscribe).origin])])],
    ['img-src', new Set(["'self'"])],
    ['script-src', new Set(["'self'", "'wasm-unsafe-eval'", ...hashesOf(html, inlineScript)])],
    ['style-src', new Set(["'self'", ...hashesOf(html, inlineStyle)])],
    ['worker-src', new Set(["'self'"])],
  ])
}

const inlineStyle = /<style\b[^>]*>([\s\S]*?)<\/style>/g
/** Blocks of data, such as JSON-LD, are no scripts. */
const inlineScript = /<script\b(?![^>]*\s(?:src=|type="application\/))[^>]*>([\s\S]*?)<\/script>/g

function hashesOf(html: string, block: RegExp): string[] {
  return [...html.matchAll(block)].map(
    ([, text = '']) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`,
  )
}

/** A page with its policy in its head, before anything that loads. */
export function withPolicy(html: string, policy: Policy): string {
  return html.replace(
    /<meta charset="utf-8"\s*\/?>/i,
    (charset) => `${charset}<meta http-equiv="Content-Security-Policy" content="${renderPolicy(policy)}">`,
  )
}

/** One policy for the header that a host sends with every page: all that any page allows, and no frames around it. */
export function headerPolicy(policies: Iterable<Policy>): Policy {
  const all = new Map<string, Set<string>>()
  for (const policy of policies)
    for (const [directive, sources] of policy)
      all.set(directive, new Set([...(all.get(directive) ?? []), ...sources]))
  return new Map([...all, ['frame-ancestors', new Set(["'none'"])]])
}

/** A policy as headers and pages say it. */
export function renderPolicy(policy: Policy): string {
  return [...policy].map(([directive, sources]) => [directive, ...[...sources].sort()].join(' ')).join('; ')
}
