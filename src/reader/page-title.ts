/** Search results cut longer titles off. */
const longest = 70

/** The title of a page: its heading, and the name of the site where there is room for it. */
export function pageTitle(heading: string, siteName: string): string {
  const whole = `${heading} · ${siteName}`
  return whole.length <= longest && heading !== siteName ? whole : heading
}
