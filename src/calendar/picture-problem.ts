import type { Fault } from './fault.ts'

type Problem = Pick<Fault, 'what' | 'mend'>

/** How files of each kind begin, as Latin-1; `?` is any byte. */
const beginnings: Readonly<Record<string, { name: string; starts: readonly string[] }>> = {
  avif: { name: 'AVIF', starts: ['????ftyp'] },
  gif: { name: 'GIF', starts: ['GIF87a', 'GIF89a'] },
  jpeg: { name: 'JPEG', starts: ['\xff\xd8\xff'] },
  jpg: { name: 'JPEG', starts: ['\xff\xd8\xff'] },
  png: { name: 'PNG', starts: ['\x89PNG\r\n\x1a\n'] },
  webp: { name: 'WebP', starts: ['RIFF????WEBP'] },
}

/**
 * Why a picture cannot be shown: it is something else, or it was cut off; undefined when it can.
 * @param extension of the file, lower case, without a dot
 * @param head, tail its first and last bytes, at least 16 of each where it has as many
 */
export function pictureProblem(extension: string, head: Uint8Array, tail: Uint8Array): Problem | undefined {
  const kind = beginnings[extension]
  if (!kind) return undefined
  const read = Buffer.from(head).toString('latin1')
  const isKind = kind.starts.some((start) =>
    [...start].every((char, at) => char === '?' || char === read[at]),
  )
  if (!isKind)
    return {
      what: `this is no ${kind.name}`,
      mend: 'give the file the ending of what it is, or export it again',
    }
  const isCut = extension === 'png' && !Buffer.from(tail).toString('latin1').includes('IEND')
  return isCut ? { what: 'this PNG ends too soon', mend: 'copy or export it again' } : undefined
}

/** What makes an SVG more than a picture, and what to call it. */
const active: readonly [RegExp, string][] = [
  [/<\s*(?:\w+:)?script\b/i, 'a script'],
  [/\son\w+\s*=/i, 'a script in an attribute'],
  [/<\s*(?:\w+:)?foreignObject\b/i, 'a page inside (`foreignObject`)'],
  [/<\s*(?:\w+:)?(?:iframe|embed|object|audio|video|handler|listener)\b/i, 'an element that runs or loads'],
  [
    /(?:href|src)\s*=\s*["']?\s*(?!#|data:image\/(?:png|jpe?g|gif|webp))[^"'\s>]/i,
    'a link to something outside it',
  ],
  [/(?:@import|url\(\s*["']?\s*(?!#|data:))/i, 'a style that loads something'],
  [/<!(?:ENTITY|DOCTYPE[^>]*\[)/i, 'entities of its own'],
]

/** Why an SVG may not be published: opened by itself, it would run or load something; undefined when it may. */
export function svgProblem(text: string): Problem | undefined {
  const found = active.find(([pattern]) => pattern.test(text))
  return found && { what: `this picture holds ${found[1]}`, mend: 'export it as a plain SVG, or as a PNG' }
}
