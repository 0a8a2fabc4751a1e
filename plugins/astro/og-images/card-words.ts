import type { Card } from './card.ts'
import type { CardFonts } from './card-fonts.ts'
import { drawableText } from './drawable-text.ts'

/** What is drawn of a card. */
export interface CardWords {
  heading: string
  /** Who asks: small, above. Undefined where the heading says it. */
  label: string | undefined
  marks: Card['marks']
}

/** The words of a card that the fonts can draw: where they lack a letter, a name steps in for the text. */
export function cardWords({ title, siteName, host, marks }: Card, fonts: CardFonts): CardWords {
  const draws = (text: string) => fonts.facesFor(text) !== undefined
  const heading = drawableText(title, draws)
  const name = drawableText(siteName, draws) ?? host
  if (heading) return { heading, label: name, marks }
  return { heading: name, label: name === host ? undefined : host, marks: 'all' }
}
