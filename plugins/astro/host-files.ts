import { postPath } from '../../src/calendar/addresses.ts'
import type { Calendar } from '../../src/calendar/calendar.ts'
import type { Post } from '../../src/calendar/post.ts'

/** An address that once was, and where its readers belong now. Paths below the site's host, base included. */
export interface Redirect {
  from: string
  to: string
}

/** Every old address: former slugs and paths of shown posts, and retired posts, each led to its last place in one hop. */
export function redirectsOf({ plan, posts }: Calendar, isShown: (post: Post) => boolean): Redirect[] {
  const base = new URL(plan.site.url).pathname.replace(/\/$/, '')
  const bySlug = new Map(posts.map((post) => [post.slug, post]))
  const finally_ = (post: Post): Post | undefined =>
    post.redirectTo === undefined ? post : finally_(bySlug.get(post.redirectTo) as Post)
  return posts.flatMap((post) => {
    const target = finally_(post)
    if (!target || !isShown(target)) return []
    const old = [...post.formerSlugs.map((slug) => postPath(slug, post.goal)), ...post.formerPaths]
    if (post !== target) old.push(post.path)
    return old.map((from) => ({ from: base + from, to: base + target.path }))
  })
}

/** `_redirects`, as Netlify and Cloudflare Pages read it. */
export function renderRedirects(redirects: readonly Redirect[]): string {
  return redirects.map(({ from, to }) => `${encodeURI(from)} ${encodeURI(to)} 301\n`).join('')
}

/** A page at an old address, for hosts that know no redirects. */
export function renderRedirectPage(to: string, canonical: string, lang: string): string {
  const address = encodeURI(to)
  return `<!DOCTYPE html>
<html lang="${lang}">
<head>
<meta charset="utf-8">
<title>This page has moved</title>
<meta name="robots" content="noindex">
<link rel="canonical" href="${canonical}">
<meta http-equiv="refresh" content="0;url=${address}">
</head>
<body>
<p>This page has moved to <a href="${address}">${canonical}</a>.</p>
</body>
</html>
`
}

/**
 * `_headers`, as Netlify and Cloudflare Pages read it: what a static page cannot say of itself.
 * @param policy the content security policy of all pages in one
 */
export function renderHeaders(base: string, policy: string): string {
  return `/*
  Content-Security-Policy: ${policy}
  Referrer-Policy: strict-origin-when-cross-origin
  X-Content-Type-Options: nosniff
  Permissions-Policy: camera=(), geolocation=(), microphone=()
${base}/_astro/*
  Cache-Control: public, max-age=31536000, immutable
${base}/og/*
  Cache-Control: public, max-age=31536000, immutable
`
}
