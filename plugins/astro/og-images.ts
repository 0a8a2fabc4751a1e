import {
  copyFileSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import type { Opened } from '../../src/open.ts'
import { type Card, cardFile, postCard, siteCard } from './og-images/card.ts'
import { cardFonts } from './og-images/card-fonts.ts'
import type { cardPainter } from './og-images/card-painter.ts'

/** The renderer draws on threads of its own, as many at once as Node has for such work. */
const atOnce = 4

/**
 * Draws the pictures for social cards that are not in the cache, `.coldread/og/`: of every post that is shown, and of
 * the site.
 * @param root absolute path of the folder that holds `content/`
 * @returns how many were drawn
 */
export async function drawCards(root: string, opened: Opened): Promise<number> {
  const cache = cacheOf(root)
  mkdirSync(cache, { recursive: true })
  forgetOld(cache, new Set(cardsOf({ ...opened, isShown: () => true }).keys()))
  const missing = [...cardsOf(opened)].filter(([file]) => !isWhole(join(cache, file)))
  if (missing.length === 0) return 0
  const paint = await loadPainter()
  const left = missing.values()
  const work = async () => {
    for (const [file, card] of left) keepPicture(join(cache, file), await paint(card))
  }
  await Promise.all(Array.from({ length: atOnce }, work))
  return missing.length
}

/**
 * One picture as a build would draw it, from the cache or drawn now; undefined where no page that is shown has it.
 * @param file its name below `og/`
 */
export async function drawCard(root: string, opened: Opened, file: string): Promise<Uint8Array | undefined> {
  const card = cardsOf(opened).get(file)
  if (!card) return undefined
  const path = join(cacheOf(root), file)
  if (isWhole(path)) return readFileSync(path)
  const picture = await (await loadPainter())(card)
  mkdirSync(cacheOf(root), { recursive: true })
  keepPicture(path, picture)
  return picture
}

let painter: Promise<ReturnType<typeof cardPainter>> | undefined

/** Drawing is native code: it is loaded when something is drawn. */
function loadPainter(): Promise<ReturnType<typeof cardPainter>> {
  painter ??= import('./og-images/card-painter.ts').then(({ cardPainter }) => cardPainter(cardFonts()))
  return painter
}

function keepPicture(path: string, picture: Uint8Array): void {
  const beside = `${path}.${process.pid}.part`
  writeFileSync(beside, picture)
  renameSync(beside, path)
}

/** Brings the pictures into the built site. */
export function placeCards(folder: string, root: string, opened: Opened): void {
  const files = [...cardsOf(opened).keys()]
  if (files.length > 0) mkdirSync(join(folder, 'og'), { recursive: true })
  for (const file of files) copyFileSync(join(cacheOf(root), file), join(folder, 'og', file))
}

function cacheOf(root: string): string {
  return join(root, '.coldread/og')
}

/** The cards that a site needs, by file; none where the plan wants none. Posts with the same title share one. */
function cardsOf({
  calendar: { plan, posts },
  isShown,
}: Pick<Opened, 'calendar' | 'isShown'>): Map<string, Card> {
  if (!plan.site.cards) return new Map()
  const cards = [siteCard(plan.site), ...posts.filter(isShown).map((post) => postCard(post, plan.site))]
  return new Map(cards.map((card) => [cardFile(card), card]))
}

/** Pictures of titles that no post has any longer leave the cache, save those that another build may just have drawn. */
function forgetOld(cache: string, needed: ReadonlySet<string>): void {
  const yesterday = Date.now() - 86_400_000
  for (const path of readdirSync(cache).flatMap((file) => (needed.has(file) ? [] : [join(cache, file)])))
    if ((statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? yesterday) < yesterday)
      rmSync(path, { force: true })
}

/** Is the picture there, to its last byte? A machine may have stopped while it was written. */
function isWhole(path: string): boolean {
  try {
    return readFileSync(path).subarray(-8, -4).toString('latin1') === 'IEND'
  } catch {
    return false
  }
}
