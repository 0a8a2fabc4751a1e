import { join } from 'node:path'
import type { HookParameters } from 'astro'
import type { Fault } from '../../../src/calendar/fault.ts'
import type { Level } from '../../lint/finding.ts'
import { levels } from '../../lint/finding.ts'
import { hearRun } from '../lint-run.ts'
import { drawCard } from '../og-images.ts'
import { currentRun, onSaved, onStuck } from '../run.ts'
import { outgoingOf } from './outgoing.ts'
import { faultsFor, panelOf } from './panel.ts'
import { renderPanel } from './render-panel.ts'
import { type Asked, events, type Told } from './wire.ts'

type Setup = HookParameters<'astro:server:setup'>

/** What ends the listening of the server before this one, where Astro started anew. */
let stop: (() => void) | undefined

/** Answers the toolbar of every page that is open, tells it of saves, and draws the pictures that it shows. */
export function serveToolbar({
  server,
  toolbar,
  logger,
}: Pick<Setup, 'server' | 'toolbar' | 'logger'>): void {
  let faults: readonly Fault[] = []
  toolbar.on<Asked>(events.ask, ({ pathname }) => {
    try {
      toolbar.send(events.tell, tell(pathname, faults))
    } catch (error) {
      // The pages are served all the same.
      logger.error(`the panel of ${pathname} cannot be shown: ${String((error as Error).stack)}`)
    }
  })
  stop?.()
  const stopSaved = onSaved(() => {
    faults = []
    toolbar.send(events.saved, {})
  })
  const stopStuck = onStuck((found) => {
    faults = found
    toolbar.send(events.saved, {})
  })
  stop = () => {
    stopSaved()
    stopStuck()
  }
  server.middlewares.use((request, response, next) => {
    const { root, opened } = currentRun()
    // Astro takes the site's base off before anybody else sees the address.
    const pathname = URL.parse(request.originalUrl ?? '', 'http://host')?.pathname ?? ''
    const folder = `${basePath()}/og/`
    if (!pathname.startsWith(folder)) return next()
    drawCard(root, opened, pathname.slice(folder.length)).then((picture) => {
      if (!picture) return next()
      response.writeHead(200, { 'Content-Type': 'image/png' })
      response.end(picture)
    }, next)
  })
}

/** What the toolbar of a page shows. */
function tell(pathname: string, faults: readonly Fault[]): Told {
  const run = currentRun()
  const { root, opened } = run
  const base = basePath()
  const path = `${decoded(pathname).slice(base.length).replace(/\/$/, '')}/`
  const post = opened.calendar.posts.find((each) => each.path === path && opened.isShown(each))
  const panel = post && panelOf(post, opened, hearRun(run), outgoingOf(run))
  return {
    pathname,
    contentRoot: join(root, '/'),
    html: renderPanel(panel, faultsFor(post, faults), base),
    level: faults.length > 0 ? 'error' : worstOf(panel?.findings ?? []),
  }
}

function worstOf(findings: readonly { level: Level }[]): Level | undefined {
  return levels.find((level) => findings.some((each) => each.level === level))
}

function basePath(): string {
  return new URL(currentRun().opened.calendar.plan.site.url).pathname.replace(/\/$/, '')
}

function decoded(pathname: string): string {
  try {
    return decodeURI(pathname)
  } catch {
    return pathname
  }
}
