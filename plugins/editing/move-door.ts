import { randomBytes } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { z } from 'zod'
import { isProblem } from '../../src/calendar/problem.ts'
import { isActivities, isPost } from '../../src/calendar/sources.ts'
import { readDay, readTime } from '../../src/calendar/time.ts'
import { ContentFaults } from '../astro/content-faults.ts'
import { type Run, readClock } from '../astro/run.ts'
import { whyShut } from './door-guard.ts'
import { EditRefusal } from './edit-refusal.ts'
import { type Moved, moveInContent, stateOfText } from './move-in-content.ts'
import { renderMoved } from './render-moved.ts'
import { undoMove } from './undo-move.ts'

/** The one way by which pages of the board change content. */
export interface MoveDoor {
  /** What a page needs to ask for moves, as an element of its head: a token, and the files as they are shown. */
  keyOf(run: Run): string
  /** Makes the move that a request asks for, or says why not. What a person may ask and the calendar refuses is no error. */
  answer(request: IncomingMessage, response: ServerResponse, run: Run): Promise<void>
}

const asked = z.union([
  z.strictObject({
    name: z.string(),
    day: z.string().refine((text) => !isProblem(readDay(text))),
    time: z
      .string()
      .refine((text) => !isProblem(readTime(text)))
      .optional(),
    shown: z.string(),
  }),
  z.strictObject({ undo: z.string() }),
])

/** What a page asks is never longer, in bytes. */
const longest = 4096

/** A door with a token of its own, for as long as a server runs. */
export function moveDoor(): MoveDoor {
  const token = randomBytes(24).toString('base64url')
  return {
    keyOf({ opened }) {
      const files = [...opened.sources.texts].filter(([file]) => isPost(file) || isActivities(file))
      const shown = Object.fromEntries(files.map(([file, text]) => [file, stateOfText(text)]))
      const json = JSON.stringify({ token, shown }).replaceAll('<', '\\u003c')
      return `<script type="application/json" id="move-door">${json}</script>`
    },
    async answer(request, response, run) {
      const send = (status: number, said: object) => {
        response.writeHead(status, { 'Content-Type': 'application/json', 'Cache-Control': 'no-store' })
        response.end(JSON.stringify(said))
      }
      const shut = whyShut(request, token)
      if (shut !== undefined) return send(403, { refused: shut })
      const wanted = asked.safeParse(await readJson(request))
      if (!wanted.success)
        return send(400, { refused: 'This is no move: a name, a day, and what was shown.' })
      try {
        const moved = make(wanted.data, run)
        send(200, { said: renderMoved(moved), name: moved.name, undo: moved.undo })
      } catch (error) {
        if (!(error instanceof EditRefusal || error instanceof ContentFaults)) throw error
        send(200, { refused: error.message })
      }
    },
  }
}

function make(wanted: z.output<typeof asked>, { root, now = readClock() }: Run): Moved {
  if ('undo' in wanted) return undoMove(root, now, wanted.undo)
  const { name, day, time, shown } = wanted
  return moveInContent(root, now, { name, to: time === undefined ? { day } : { day, time }, shown })
}

/** The JSON that a request brings; undefined where it brings none, or too much. */
async function readJson(request: IncomingMessage): Promise<unknown> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of request) {
    size += (chunk as Buffer).length
    if (size > longest) return undefined
    chunks.push(chunk as Buffer)
  }
  try {
    return JSON.parse(Buffer.concat(chunks).toString('utf8'))
  } catch {
    return undefined
  }
}
