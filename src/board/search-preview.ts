import { letterWidths } from '../calendar/letter-widths.ts'

/** Where results are shown. */
export type Device = keyof typeof devices

/**
 * What results show of a page: size of the letters (Arial) and the most that is shown, both in pixels. A desk shows one
 * line of a title, 600 px wide since 2016, and two of a description; a phone of 412 px shows two lines of 380 px of a title,
 * and of a description less than a desk. Search engines do not publish these: they are what tools have measured.
 */
export const devices = {
  phone: { title: { size: 20, most: 760 }, description: { size: 14, most: 680 } },
  desktop: { title: { size: 20, most: 600 }, description: { size: 14, most: 920 } },
} as const

/** A text as results show it. */
export interface ShownText {
  /** What is shown; ends in ` …` where something is left out. */
  text: string
  isCut: boolean
  /** Of the whole text, and the most that is shown, in pixels. */
  width: number
  most: number
}

/** A page as a search result would show it. */
export interface SearchPreview {
  title: ShownText
  /** Host and path: `notes.example › how-often`. */
  address: string
  description?: ShownText
}

/** A page as a search result would show it, its texts cut where they are too wide. @param url its full address */
export function searchPreview(
  { title, url, description }: { title: string; url: string; description?: string | undefined },
  device: Device,
): SearchPreview {
  const { host, pathname } = new URL(url)
  const steps = decodeURI(pathname)
    .split('/')
    .filter((step) => step !== '')
  return {
    title: cut(title, devices[device].title),
    address: [host, ...steps].join(' › '),
    ...(description !== undefined && { description: cut(description, devices[device].description) }),
  }
}

const ending = ' …'

function cut(text: string, { size, most }: { size: number; most: number }): ShownText {
  const letters = letterWidths(text, size)
  const width = letters.reduce((sum, letter) => sum + letter.width, 0)
  if (width <= most) return { text, isCut: false, width: Math.round(width), most }
  let left = most - letterWidths(ending, size).reduce((sum, letter) => sum + letter.width, 0)
  let shown = ''
  for (const { letter, width } of letters) {
    left -= width
    if (left < 0) break
    shown += letter
  }
  // A word is not cut in two, save one that fills it all.
  const whole = /^(.*\S)\s+\S*$/s.exec(shown)?.[1] ?? shown
  return { text: whole.replace(/[\s,;:–—-]+$/, '') + ending, isCut: true, width: Math.round(width), most }
}
