import { readFileSync } from 'node:fs'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { stripTypeScriptTypes } from 'node:module'
import { extname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { boardPages } from '../../src/board/board-pages.ts'
import { views } from '../../src/board/views.ts'
import { type Fault, renderFault } from '../../src/calendar/fault.ts'
import { listNames } from '../../src/disk.ts'
import { ContentFaults } from '../astro/content-faults.ts'
import { hearRun } from '../astro/lint-run.ts'
import { currentRun, onSaved, onStuck, type Run } from '../astro/run.ts'
import { moveDoor } from '../editing/move-door.ts'
import { boardOf } from './board-of.ts'
import { devHrefs, mediaOf } from './dev-hrefs.ts'
import { isFromHere } from './is-from-here.ts'
import { styleSheet } from './style-sheet.ts'

/** Where the board is while somebody writes, below the path of the site. */
const boardBase = '/_board/'

type Handler = (request: IncomingMessage, response: ServerResponse, next: (error?: unknown) => void) => void

/** No page of another origin reads the board, holds it in a frame, or keeps a hand on its window. */
const alone = {
  'Content-Security-Policy': "frame-ancestors 'none'",
  'X-Frame-Options': 'DENY',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Cross-Origin-Opener-Policy': 'same-origin',
}

const client = fileURLToPath(new URL('../../src/board/client/', import.meta.url))

/** What ends the listening of the server before this one, where Astro started anew. */
let stop: (() => void) | undefined

/**
 * Serves the board from memory while somebody writes, to this machine alone, and tells open pages of every save.
 * @param scripts names of the scripts in `src/board/client/` that pages load
 */
export function boardHandler(scripts: readonly string[]): Handler {
  let made: { run: Run; pages: Map<string, () => string> } | undefined
  const pagesNow = () => {
    const run = currentRun()
    if (made?.run === run) return made.pages
    const hrefs = devHrefs(run)
    const around = { hrefs, scripts: scripts.map((name) => `../client/${name}.js`) }
    made = { run, pages: boardPages(boardOf(run, hearRun(run).linted, around).data) }
    return made.pages
  }
  const followers = new Set<ServerResponse>()
  const tell = (faults: readonly Fault[]) => {
    const event = `data: ${JSON.stringify(faults.map(renderFault))}\n\n`
    for (const follower of followers) follower.write(event)
  }
  stop?.()
  const stops = [onSaved(() => tell([])), onStuck(tell)]
  stop = () => {
    for (const each of stops) each()
  }
  const follow: Handler = (_request, response) => {
    response.writeHead(200, { 'Content-Type': 'text/event-stream', 'Cache-Control': 'no-store' })
    response.write(':\n\n')
    followers.add(response)
    response.on('close', () => followers.delete(response))
  }

  const door = moveDoor()
  const withKey = (html: string, page: string) =>
    page.startsWith('calendar/')
      ? html.replace('</head>', () => `${door.keyOf(made?.run ?? currentRun())}</head>`)
      : html

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
    if (rest === 'saves') return follow(request, response, next)
    if (rest === 'board.css') return send(200, 'text/css', styleSheet())
    const script = /^client\/([a-z-]+)\.[jt]s$/.exec(rest)?.[1]
    if (script !== undefined && listNames(client, '.ts').includes(script))
      return send(200, 'text/javascript', scriptText(script))
    if (rest === 'move') return void door.answer(request, response, currentRun()).catch(next)
    try {
      const media = mediaOf(rest, currentRun())
      if (media !== undefined) {
        // A drawing is a document of its own where somebody opens it by itself.
        response.setHeader('Content-Security-Policy', "sandbox; default-src 'none'; frame-ancestors 'none'")
        return send(200, typeOf(media), readFileSync(media))
      }
      const page = pagesNow().get(rest)
      if (page) return send(200, 'text/html; charset=utf-8', withKey(page(), rest))
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

function scriptText(name: string): string {
  return stripTypeScriptTypes(readFileSync(join(client, `${name}.ts`), 'utf8'))
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
