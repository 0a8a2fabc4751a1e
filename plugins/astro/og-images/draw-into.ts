import { renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { threadId } from 'node:worker_threads'
import type { Card } from './card.ts'
import { cardFonts } from './card-fonts.ts'
import { cardPainter } from './card-painter.ts'

/** The renderer draws on threads of its own, as many at once as Node has for such work. */
const atOnce = 4

/** Draws cards into a folder that is there. A file appears when it is whole. */
export async function drawInto(folder: string, cards: readonly (readonly [string, Card])[]): Promise<void> {
  painter ??= cardPainter(cardFonts())
  const paint = painter
  const left = cards.values()
  const work = async () => {
    for (const [file, card] of left) {
      const path = join(folder, file)
      const beside = `${path}.${process.pid}-${threadId}.part`
      writeFileSync(beside, await paint(card))
      renameSync(beside, path)
    }
  }
  await Promise.all(Array.from({ length: atOnce }, work))
}

let painter: ReturnType<typeof cardPainter> | undefined
