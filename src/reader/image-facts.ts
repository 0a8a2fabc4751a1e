import type { ImageMetadata } from 'astro'

/**
 * Size and format of an image. Astro ships the original, with all that a camera wrote into it, of any image whose
 * fields are read; they are read from its copy, as Astro's own components do.
 */
export function imageFacts(image: ImageMetadata & { clone?: ImageMetadata }): Omit<ImageMetadata, 'src'> {
  return image.clone ?? image
}
