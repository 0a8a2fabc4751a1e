import { Parser } from 'htmlparser2'

/**
 * How a post begins on its page. No text or attribute of a page can hold this: `<` is escaped in one, `"` in the other.
 * What stands around the post changes with other posts, and is not searched.
 */
const opening = '<article class="post"'
const begin = /<article class="post"(?: lang="[^"]*")? data-pagefind-body[\s>]/y
const end = '</article>'
const mark = 'data-pagefind-body'

/**
 * The part of a built page that is searched, or the whole page where it marks its text in another way than posts do;
 * undefined for a page that marks none, which Pagefind would take whole where no other page has a mark.
 */
export function searchedPart(page: string): string | undefined {
  const at = page.indexOf(opening)
  begin.lastIndex = at
  if (at >= 0 && begin.test(page)) return page.slice(at, page.lastIndexOf(end) + end.length)
  return page.includes(mark) && hasMark(page) ? page : undefined
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
