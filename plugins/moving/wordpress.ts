import { createReadStream } from 'node:fs'
import { basename } from 'node:path'
import type { Fault } from '../../src/calendar/fault.ts'
import { reasonOf } from '../../src/disk.ts'
import type { ForeignPost } from '../../src/moving/foreign-post.ts'
import { plainWords } from '../../src/moving/html/plain-words.ts'
import { type ItemContext, postOfItem } from '../../src/moving/wordpress/post-of-item.ts'
import { readWxr } from '../../src/moving/wordpress/read-wxr.ts'
import { authorsIn, Survey } from '../../src/moving/wordpress/survey.ts'
import type { WxrItem } from '../../src/moving/wordpress/wxr.ts'
import { WxrParser } from '../../src/moving/wordpress/wxr-parser.ts'
import type { FileProgram } from './file-programs.ts'
import { tooLong } from './too-long.ts'

/** How much of an export is read at once, in bytes. */
const pieceSize = 1 << 18

/**
 * Exports of WordPress (WXR), of any version and size. They are read as a stream, twice: pictures and shared blocks may stand
 * behind the posts that show them.
 */
export const wordpress: FileProgram = {
  recognizes: (head) =>
    /<rss[\s>]/.test(head) && /wordpress\.org\/export\/\d|WordPress eXtended RSS/.test(head),
  async open(path) {
    const file = basename(path)
    const survey = new Survey()
    const parser = new WxrParser(file)
    let entries = 0
    try {
      for await (const item of readWxr(piecesOf(path), file, parser)) {
        if (isItem(item)) survey.add(item)
        else if (entries === 0) return item
        entries++
      }
    } catch (error) {
      return unreadable(file, error)
    }
    const { head } = parser
    const site = survey.siteOf(head)
    const { attachments, shared } = survey
    const zone = survey.zoneOf(head)
    return {
      program: 'WordPress',
      site: { ...site, ...(zone && { zoneGuess: zone }) },
      authors: authorsIn(head),
      dropped: survey.dropped(head),
      posts: () => postsIn(path, file, { attachments, shared, site: site.address }),
    }
  },
}

async function* postsIn(
  path: string,
  file: string,
  context: ItemContext,
): AsyncGenerator<ForeignPost | Fault> {
  for await (const item of readWxr(piecesOf(path), file)) {
    const post = isItem(item) ? (longItem(item, file) ?? postOfItem(item, context)) : item
    if (post) yield post
  }
}

function longItem({ fields, bodyLine }: WxrItem, file: string): Fault | undefined {
  const name = plainWords(fields.title) ?? `post ${fields['wp:post_id']}`
  return tooLong(fields['content:encoded'] ?? '', name, file, bodyLine)
}

/** The text of a file, piece by piece. */
function piecesOf(path: string): AsyncIterable<string> {
  return createReadStream(path, { encoding: 'utf8', highWaterMark: pieceSize })
}

function isItem(read: WxrItem | Fault): read is WxrItem {
  return 'fields' in read
}

function unreadable(file: string, error: unknown): Fault {
  const what = `cannot be read: ${reasonOf(error)}`
  return { file, line: 1, column: 1, what, mend: 'let yourself read it, or take a copy' }
}
