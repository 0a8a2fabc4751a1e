import { renderLlmsTxt } from '../reader/llms-txt.ts'
import { getSite } from '../reader/site.ts'

/** The site for language models: every answer on one page. */
export function GET(): Response {
  return new Response(renderLlmsTxt(getSite()), {
    headers: { 'content-type': 'text/plain; charset=utf-8' },
  })
}
