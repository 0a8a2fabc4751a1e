const short = new Intl.NumberFormat('en', { maximumFractionDigits: 1 })

/** A number, rounded; below ten with one decimal at most. */
export function numberWords(number: number): string {
  return short.format(number < 10 ? number : Math.round(number))
}

/** Minutes as hours: `1.5 h`. */
export function hourWords(minutes: number): string {
  return `${numberWords(minutes / 60)} h`
}

/** A share of 1 as percent: `31 %`. */
export function percentWords(share: number): string {
  return `${Math.round(share * 100)} %`
}
