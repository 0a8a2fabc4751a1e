import { type Visit, visitLink } from './visit-link.ts'

const most = 8

/** Visits addresses: each once, several at a time, but never two of one host together. */
export async function visitAll(
  urls: Iterable<string>,
  onVisit: (done: number, all: number) => void = () => {},
): Promise<Map<string, Visit>> {
  const all = new Set(urls)
  const visits = new Map<string, Visit>()
  const hosts = Map.groupBy(all, (url) => URL.parse(url)?.host).values()
  const work = async () => {
    for (const own of hosts)
      for (const url of own) {
        visits.set(url, await visitLink(url))
        onVisit(visits.size, all.size)
      }
  }
  await Promise.all(Array.from({ length: most }, work))
  return visits
}
