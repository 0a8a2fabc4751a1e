import { existsSync, statSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import type { Audit } from '../../src/audit/audit.ts'
import { type AuditFormat, formatFor } from '../../src/audit/formats.ts'
import { renderAuditJson } from '../../src/audit/render-json.ts'
import { renderFault } from '../../src/calendar/fault.ts'
import { isProblem } from '../../src/calendar/problem.ts'
import { readNow } from '../../src/calendar/time.ts'
import { reasonOf } from '../../src/disk.ts'
import { writeWhole } from '../../src/write-whole.ts'
import { visible } from '../lint/reporters/terminal-text.ts'
import { WrongUse } from '../lint/run/wrong-use.ts'
import { beginningOf } from './beginning-of.ts'
import { openAudit } from './open-audit.ts'
import { runAudit } from './run-audit.ts'
import type { Look } from './text/look.ts'
import { renderText } from './text/render-text.ts'

/** What a person may ask of an audit. */
export interface AuditCommand {
  /** The folder that a person is in. */
  cwd: string
  /** A folder or a file. */
  path: string
  now?: string | undefined
  format?: AuditFormat | undefined
  /** Where it is written; without it, nothing is. */
  out?: string | undefined
  onProgress?(done: number, all: number | undefined): void
}

/** What there is to print. */
export interface AuditOutcome {
  /** The audit, where it was not written to a file. */
  output?: string
  /** What was done besides. */
  note?: string
  /** What could not be read, each in a line. */
  faults: readonly string[]
}

/** Every format with how it is made; a page and JSON are the same for everybody. */
const renderers: Readonly<Record<AuditFormat, (audit: Audit, look: Look) => string | Promise<string>>> = {
  text: renderText,
  json: renderAuditJson,
  html: async (audit) => (await import('./render-page.ts')).renderPage(audit),
}

/**
 * Audits a folder or a file, and writes where it is told to, and nowhere else.
 * @throws WrongUse where there is nothing to audit, or something else stands where it is to be written
 */
export async function auditPath(
  command: AuditCommand,
  { columns, style }: Omit<Look, 'from'>,
): Promise<AuditOutcome> {
  const { path, out, onProgress } = command
  if (out !== undefined) checkOut(out)
  const format = command.format ?? formatFor(out)
  if (!format)
    throw new WrongUse(
      `--out ${out}: no format has this ending. Let it end in .html, .json or .txt, or name one by --format.`,
    )
  const today = todayOf(command.now)
  const source = await openAudit(path)
  const audit = await runAudit({ ...source, today, ...(onProgress && { onProgress }) })
  const look = { columns, style, from: prefixOf(source.folder, command.cwd) }
  const faults = audit.faults.map((fault) => visible(renderFault({ ...fault, file: look.from + fault.file })))
  if (audit.posts.length === 0 && faults.length === 0)
    throw new WrongUse(`${path} holds no post. ${leftOut(audit)}`)
  // What else would be said of nothing?
  if (audit.posts.length === 0) return { faults }
  const written = await renderers[format](audit, out === undefined ? look : plain(look))
  if (out === undefined) return { output: written.replace(/\n$/, ''), faults }
  try {
    writeWhole(resolve(out), written.endsWith('\n') ? written : `${written}\n`)
  } catch (error) {
    throw new WrongUse(`--out ${out} cannot be written: ${reasonOf(error)}.`)
  }
  return { note: `${out} is written.`, faults }
}

function leftOut({ leftOut: { drafts } }: Audit): string {
  return drafts > 0
    ? 'There are only drafts, and those are not audited; name one by itself.'
    : 'Name the folder that holds the posts.'
}

/** The day that is asked for, or that it is here. */
function todayOf(now: string | undefined): string {
  const zone = Temporal.Now.timeZoneId()
  const read = now === undefined ? undefined : readNow(now, zone)
  if (read === undefined || isProblem(read)) return Temporal.Now.plainDateISO().toString()
  return read.local.slice(0, 10)
}

/** What stands before a file's path below a folder, so that it can be opened from where a person is. */
function prefixOf(folder: string | undefined, cwd: string): string {
  if (folder === undefined) return ''
  const near = relative(cwd, resolve(cwd, folder))
  if (near === '') return ''
  return join(near.startsWith('..') ? folder : near, '/')
}

/** In a file there are no colors, and no terminal to fit in. */
function plain(look: Look): Look {
  return { ...look, columns: 100, style: (_format, text) => text }
}

/** What an audit begins with, in each format. */
const audits = [
  /^What strangers stumble over in /,
  /^\{\s*"version": \d+,\s*"generator": "Coldread audit"/,
  /^<!DOCTYPE html><html[^>]*><head>(?:<meta[^>]*>)*<meta name="generator" content="Coldread audit">/,
]

/** Only an earlier audit is written over: whoever mistypes a name loses no post. */
function checkOut(out: string): void {
  const path = resolve(out)
  const folder = dirname(path)
  if (!existsSync(folder)) throw new WrongUse(`--out ${out}: there is no folder ${dirname(out)}.`)
  if (!existsSync(path)) return
  if (!statSync(path).isFile()) throw new WrongUse(`--out ${out} is a folder. Name a file, as in audit.html.`)
  if (!audits.some((audit) => audit.test(beginningOf(path))))
    throw new WrongUse(`--out ${out} is there already, and is no audit. Name another file.`)
}
