/** The first few of many in an order, without sorting all. */
export function firstBy<T>(all: Iterable<T>, count: number, order: (a: T, b: T) => number): T[] {
  const first: T[] = []
  for (const each of all) {
    const last = first.at(-1)
    if (first.length === count && last !== undefined && order(each, last) >= 0) continue
    const place = first.findIndex((other) => order(each, other) < 0)
    first.splice(place < 0 ? first.length : place, 0, each)
    if (first.length > count) first.pop()
  }
  return first
}
