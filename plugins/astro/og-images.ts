import { once } from 'node:events'
import { constants, copyFileSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import type { Opened } from '../../src/open.ts'
import { type Card, cardFile, postCard, siteCard } from './og-images/card.ts'
import { codeEnding } from './package-root.ts'

/**
 * From so many cards on, a thread draws them that has a memory of its own: each passes through it as 2 MB of pixels, and would have
 * all that a build remembers looked through again and again for what is free.
 */
const worthwhile = 20

/** What a thread draws. */
export interface CardsToDraw {
  /** Absolute path of a folder that is there. */
  folder: string
  cards: readonly (readonly [file: string, card: Card])[]
}

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
  const cards = [...cardsOf(opened)].filter(([file]) => !isWhole(join(cache, file)))
  if (cards.length >= worthwhile) await drawOnThread({ folder: cache, cards })
  else if (cards.length > 0) await draw({ folder: cache, cards })
  return cards.length
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
  mkdirSync(cacheOf(root), { recursive: true })
  await draw({ folder: cacheOf(root), cards: [[file, card]] })
  return readFileSync(path)
}

/** Drawing is native code: it is loaded when something is drawn. */
async function draw({ folder, cards }: CardsToDraw): Promise<void> {
  const { drawInto } = await import('./og-images/draw-into.ts')
  await drawInto(folder, cards)
}

async function drawOnThread(workerData: CardsToDraw): Promise<void> {
  const code = new URL(`./og-images/card-worker${codeEnding}`, import.meta.url)
  await once(new Worker(code, { workerData }), 'exit')
}

/** Copies the pictures into the built site, where somebody may make them smaller in place: the cache stays as it was drawn. */
export function placeCards(folder: string, root: string, opened: Opened): void {
  const files = [...cardsOf(opened).keys()]
  if (files.length > 0) mkdirSync(join(folder, 'og'), { recursive: true })
  for (const file of files)
    copyFileSync(join(cacheOf(root), file), join(folder, 'og', file), constants.COPYFILE_FICLONE)
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
