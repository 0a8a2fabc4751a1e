import { readFileSync } from 'node:fs'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { extname, join } from 'node:path'
import type { HookParameters } from 'astro'
import { boardPages } from '../../src/board/board-pages.ts'
import { views } from '../../src/board/views.ts'
import { type Fault, renderFault } from '../../src/calendar/fault.ts'
import { ContentFaults } from '../astro/content-faults.ts'
import { hearRun } from '../astro/lint-run.ts'
import { codeEnding, packageRoot } from '../astro/package-root.ts'
import { currentRun, type Run } from '../astro/run.ts'
import { moveDoor } from '../editing/move-door.ts'
import { boardOf } from './board-of.ts'
import { devHrefs, mediaOf } from './dev-hrefs.ts'
import { savesTeller, stateOf } from './follow-saves.ts'
import { isFromHere } from './is-from-here.ts'
import { styleSheet } from './style-sheet.ts'

/** Where the board is while somebody writes, below the path of the site. */
const boardBase = '/_board/'

type Setup = Pick<HookParameters<'astro:server:setup'>, 'server' | 'logger'>
type Handler = (request: IncomingMessage, response: ServerResponse, next: (error?: unknown) => void) => void

/**
 * No page of another origin reads the board, holds it in a frame, or keeps a hand on its window; and should words of the
 * content ever become markup, nothing of them runs, and nothing is loaded or sent.
 */
const alone = {
  'Content-Security-Policy':
    "default-src 'none'; script-src 'self'; connect-src 'self'; img-src 'self' data:; style-src 'self'; style-src-attr 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  'X-Frame-Options': 'DENY',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Cross-Origin-Opener-Policy': 'same-origin',
}

/**
 * Serves the board from memory while somebody writes, to this machine alone, and tells open pages of every save.
 * @param scripts names of the scripts in `src/board/client/` that pages load, as Vite makes them
 */
export function boardHandler(scripts: readonly string[], { server, logger }: Setup): Handler {
  let made: { run: Run; pages: Map<string, () => string> } | undefined
  const pagesNow = () => {
    const run = currentRun()
    if (made?.run === run) return made.pages
    const around = { hrefs: devHrefs(run), scripts: scripts.map((name) => `../client/${name}.js`) }
    const { data, faults } = boardOf(run, hearRun(run).linted, around)
    warnOf(faults)
    made = { run, pages: boardPages(data) }
    return made.pages
  }
  let warned = ''
  const warnOf = (faults: readonly Fault[]) => {
    const lines = faults.map(renderFault).join('\n')
    if (lines !== '' && lines !== warned) logger.warn(`the board leaves out of the inbox:\n${lines}`)
    warned = lines
  }

  const follow = savesTeller()
  const door = moveDoor()
  const withKeys = (html: string, page: string) => {
    const run = made?.run ?? currentRun()
    const state = `<meta name="board-state" content="${stateOf(run)}">`
    const key = page.startsWith('calendar/') ? door.keyOf(run) : ''
    return html.replace('</head>', () => `${state}${key}</head>`)
  }

  return (request, response, next) => {
    const path = (request.url ?? '').split('?')[0] as string
    if (!`${path}/`.startsWith(boardBase)) return next()
    for (const [name, value] of Object.entries(alone)) response.setHeader(name, value)
    response.removeHeader('Access-Control-Allow-Origin')
    const send = (status: number, type: string, body: string | Uint8Array) => {
      response.writeHead(status, {
        'Content-Type': type,
        'Cache-Control': 'no-store',
        'X-Content-Type-Options': 'nosniff',
      })
      response.end(body)
    }
    if (!isFromHere(request))
      return send(403, 'text/plain', 'The board is shown on the machine that it runs on, and nowhere else.\n')
    const rest = path.slice(boardBase.length)
    if (rest === 'saves') return follow(request, response)
    if (rest === 'board.css') return send(200, 'text/css', styleSheet())
    const script = scripts.find((name) => rest === `client/${name}.js`)
    if (script !== undefined)
      return void server
        .transformRequest(join(packageRoot, 'src/board/client', `${script}${codeEnding}`))
        .then((made) => send(200, 'text/javascript', made?.code ?? ''))
        .catch(next)
    if (rest === 'move') return void door.answer(request, response, currentRun()).catch(next)
    try {
      const media = mediaOf(rest, currentRun())
      if (media !== undefined) {
        // A drawing is a document of its own where somebody opens it by itself.
        response.setHeader('Content-Security-Policy', "sandbox; default-src 'none'; frame-ancestors 'none'")
        return send(200, typeOf(media), readFileSync(media))
      }
      const page = pagesNow().get(rest)
      if (page) return send(200, 'text/html; charset=utf-8', withKeys(page(), rest))
    } catch (error) {
      if (!(error instanceof ContentFaults)) throw error
      return send(500, 'text/plain; charset=utf-8', `${error.message}\n`)
    }
    if (rest !== '' && !views.some(({ id }) => rest === id || rest === `${id}/`)) return next()
    const { pathname } = new URL(currentRun().opened.calendar.plan.site.url)
    const view = rest.replace('/', '') || views[0].id
    response.writeHead(302, { Location: `${pathname.replace(/\/$/, '')}${boardBase}${view}/index.html` })
    response.end()
  }
}

const types: Record<string, string> = {
  '.avif': 'image/avif',
  '.gif': 'image/gif',
  '.jpeg': 'image/jpeg',
  '.jpg': 'image/jpeg',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.webp': 'image/webp',
}

function typeOf(file: string): string {
  return types[extname(file).toLowerCase()] ?? 'application/octet-stream'
}
