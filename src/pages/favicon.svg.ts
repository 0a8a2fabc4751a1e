/** A page with one line marked: the look of the site in sixteen pixels. */
const icon = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 16"><rect width="16" height="16" rx="2" fill="#14222c"/><path fill="#ffe86b" d="M2 3h12v4H2z"/><path fill="#f7f9fa" d="M2 9h12v1.5H2zM2 12h8v1.5H2z"/></svg>\n`

/** The site's icon. */
export function GET(): Response {
  return new Response(icon, { headers: { 'content-type': 'image/svg+xml' } })
}
