/** A place along a chart, 0 to 100, as SVG writes it: charts are as wide as their page, and their words keep their size. */
export function place(percent: number): string {
  return `${Number(percent.toFixed(2))}%`
}
