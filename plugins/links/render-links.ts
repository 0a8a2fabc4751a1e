import type { VisitedLink } from './visit-links.ts'

/** What to mend, worst first: each place, what is wrong, what to do. */
export function renderLinks(links: readonly VisitedLink[]): string {
  const lines = (['gone', 'moved', 'unsure'] as const).flatMap((is) =>
    links.flatMap(({ url, places, visit }) => {
      if (visit.is !== is) return []
      const what =
        visit.is === 'moved'
          ? `${url} has moved — link to ${visit.to}`
          : visit.is === 'gone'
            ? `${url} is gone: ${visit.why} — link to something else, or drop the link`
            : `${url} cannot be told: ${visit.why} — open it and see`
      return places.map(({ file, line, column }) => `${file}:${line}:${column}  ${what}`)
    }),
  )
  const there = links.filter(({ visit }) => visit.is === 'there').length
  return [...lines, `${there} of ${links.length} addresses are there.`].join('\n')
}
