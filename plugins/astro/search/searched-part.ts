import { Parser } from 'htmlparser2'

/**
 * How a post begins on its page. No text or attribute of a page can hold this: `<` is escaped in one, `"` in the other.
 * What stands around the post changes with other posts, and is not searched.
 */
const begin = /<article class="post"(?: lang="[^"]*")? data-pagefind-body[\s>]/
const end = '</article>'
const mark = 'data-pagefind-body'

/**
 * The part of a built page that is searched, or the whole page where it marks its text in another way than posts do;
 * undefined for a page that marks none, which Pagefind would take whole where no other page has a mark.
 */
export function searchedPart(page: Buffer): Buffer | undefined {
  if (!page.includes(mark)) return undefined
  // Every byte is a character of its own here, so that positions are those of the bytes.
  const at = page.toString('latin1').search(begin)
  if (at >= 0) return page.subarray(at, page.lastIndexOf(end) + end.length)
  return hasMark(page.toString()) ? page : undefined
}

function hasMark(html: string): boolean {
  let isMarked = false
  const parser = new Parser({
    onattribute(name) {
      if (name === mark) isMarked = true
    },
  })
  parser.end(html)
  return isMarked
}
