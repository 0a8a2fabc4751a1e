import { existsSync, lstatSync, realpathSync, statSync } from 'node:fs'
import { join, relative, resolve, sep } from 'node:path'
import { renderFault } from '../../src/calendar/fault.ts'
import { readSiteUrl } from '../../src/calendar/plan.ts'
import { isProblem } from '../../src/calendar/problem.ts'
import { readZone } from '../../src/calendar/time.ts'
import { type AdoptReport, renderAdopted, summarizeAdopted } from '../../src/moving/adopt-report.ts'
import { writeWhole } from '../../src/write-whole.ts'
import { baselineFile } from '../lint/baseline/baseline.ts'
import { writeBaseline } from '../lint/baseline/with-baseline.ts'
import { visible } from '../lint/reporters/terminal-text.ts'
import { lintPatiently } from '../lint/run/lint-patiently.ts'
import type { AdoptWish } from './adopt.ts'

/** What a person wrote, as it is. */
interface Written extends Omit<AdoptWish, 'onProgress'> {
  source: string
}

/** An absolute path without links, as far as there is something. */
function realPath(path: string): string {
  return existsSync(path) ? realpathSync(path) : resolve(path)
}

/** What a person asks for, or what is wrong with that, in sentences. */
export function adoptWish({
  source,
  to,
  zone,
  url,
  files,
  ...rest
}: Written): AdoptWish | { problem: string } {
  const [from, target] = [realPath(source), realPath(to)]
  const said = (problem: string, mend: string) => ({ problem: `${problem}; ${mend}.`.replaceAll('`', '') })
  if (!existsSync(from))
    return { problem: `There is nothing at ${source}. Name the folder of a blog, or the file of an export.` }
  if (target === from || target.startsWith(from + sep))
    return { problem: `--to ${to} lies in the blog itself. Name a folder beside it.` }
  if (`${from}${sep}`.startsWith(join(target, 'content', sep)))
    return {
      problem: `${source} lies in the content of --to ${to}, which is to take it in. Name another folder.`,
    }
  if (existsSync(target) && !statSync(target).isDirectory())
    return { problem: `--to ${to} is a file. Name a folder.` }
  const readZoneOf = zone === undefined ? undefined : readZone(zone)
  if (isProblem(readZoneOf)) return said(`--zone: ${readZoneOf.problem}`, readZoneOf.mend)
  const readUrl = url === undefined ? undefined : readSiteUrl(url)
  if (isProblem(readUrl)) return said(`--url: ${readUrl.problem}`, readUrl.mend)
  if (files !== undefined && !statSync(files, { throwIfNoEntry: false })?.isDirectory())
    return { problem: `--files: there is no folder ${files}.` }
  return {
    ...rest,
    to: target,
    ...(zone !== undefined && { zone }),
    ...(typeof readUrl === 'string' && { url: readUrl }),
    ...(files !== undefined && { files: resolve(files) }),
  }
}

/**
 * Writes the report and, where there is none, a baseline, so that what the lint says of old posts is not in the way of new ones.
 * @returns what there is to print
 */
export async function finishAdopting(
  report: AdoptReport,
  { to, now, dryRun }: AdoptWish,
): Promise<{ said: string; isFailure: boolean }> {
  const where = relative(process.cwd(), to) || '.'
  if (dryRun)
    return { said: safe(summarizeAdopted(report, where, undefined)), isFailure: report.faults.length > 0 }
  const isNews = report.posts.length > 0
  const file = isNews ? freeName(to) : undefined
  if (file !== undefined) writeWhole(join(to, file), renderAdopted(report), { isNew: true })
  const said = [summarizeAdopted(report, where, file === undefined ? undefined : join(where, file))]
  const linted = existsSync(join(to, 'content')) ? await lintPatiently(to, now) : undefined
  const faults = linted && 'faults' in linted ? linted.faults : []
  if (faults.length > 0) said.push('What is wrong with it still:', ...faults.map(renderFault))
  if (isNews && linted && 'run' in linted && !existsSync(join(to, baselineFile)))
    said.push(writeBaseline(linted.run, to))
  if (isNews) said.push(`What is guessed: npm run coldread -- lint --root ${where}`)
  return { said: safe(said.join('\n')), isFailure: report.faults.length > 0 || faults.length > 0 }
}

/** Names of files are not ours: nothing in them steers the terminal. */
function safe(said: string): string {
  return said.split('\n').map(visible).join('\n')
}

/** A name for the report that nothing has yet. */
function freeName(root: string): string {
  let name = 'adopted.md'
  for (let number = 2; lstatSync(join(root, name), { throwIfNoEntry: false }); number++)
    name = `adopted-${number}.md`
  return name
}
