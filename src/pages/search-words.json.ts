import { searchWords } from '../reader/search-words.ts'
import { getSite } from '../reader/site.ts'

/** The words of the site, for the search to suggest one in place of a misspelled one. */
export function GET(): Response {
  return new Response(JSON.stringify(searchWords(getSite())), {
    headers: { 'content-type': 'application/json; charset=utf-8' },
  })
}
