import type { Fault } from './fault.ts'
import { nearest } from './nearest.ts'
import { pathFrom } from './sources.ts'

/** Why a file may not show an image; undefined when it may. */
export function imageProblem(
  file: string,
  src: string,
  assets: ReadonlySet<string>,
): Pick<Fault, 'what' | 'mend'> | undefined {
  const path = /[?#]/.test(src) ? undefined : pathFrom(file, src)
  if (path === undefined)
    return {
      what: `\`${src}\` is no file in \`content/\``,
      mend: 'put the image beside the post and write `./name.png`',
    }
  if (!/\.(avif|gif|jpe?g|png|svg|webp)$/i.test(path))
    return {
      what: `\`${src}\` is no image that browsers show`,
      mend: 'use PNG, JPEG, WebP, AVIF, GIF or SVG',
    }
  if (assets.has(path)) return undefined
  const meant = nearest(path, assets)
  return {
    what: `there is no image \`${path}\``,
    mend: meant ? `did you mean \`${meant}\`?` : 'put the file there, or correct its name',
  }
}
