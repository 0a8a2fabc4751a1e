// Prints what builds cost, beside a plain Astro site with MDX and Pagefind of the same posts.
// Usage: npm run bench -- build [--posts 100,1000,10000] [--runs 3] [--og] [--only coldread] [--json]
import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { type Phase, phases, type Row } from './build/bars.ts'
import { machineNow } from './build/machine.ts'
import { type Cost, measureTree } from './build/measure-tree.ts'
import { readOptions } from './build/read-options.ts'
import { renderReport } from './build/render-report.ts'
import { sayProgress } from './build/say-progress.ts'
import { changeOnePost, clean, makeSite, type Site, siteNames, sizeOf } from './build/sites.ts'

const here = import.meta.dirname
const { sizes, runs, og, only, json } = readOptions(process.argv.slice(2), true)
if (!existsSync(join(here, 'node_modules/astro')))
  execFileSync('npm', ['install', '--prefix', here, '--silent'], { stdio: 'inherit' })

const folder = mkdtempSync(join(tmpdir(), 'coldread-bench-build-'))
process.on('exit', () => rmSync(folder, { recursive: true, force: true }))

// Our templates are compiled once for all blogs; a build with `--clean` compiles them too.
for (const args of makeSite('coldread', join(folder, 'first'), 1).build)
  await measureTree(args, { cwd: join(here, '../..') })

const measured: Row[] = []
const rows: Row[] = []
for (const posts of sizes) {
  sayProgress(`${posts} posts: writing them`)
  const sites = siteNames
    .filter((name) => (only ? name === only : og || name !== 'coldread with cards'))
    .map((name) => makeSite(name, join(folder, String(posts)), posts))
  for (let run = 1; run <= runs; run++)
    for (const phase of phases) for (const site of sites) measured.push(await once(site, phase, posts, run))
  rows.push(...sites.flatMap((site) => phases.map((phase) => medianOf(site, phase, posts))))
}
sayProgress('')

const machine = machineNow()
if (json) console.log(JSON.stringify({ ...machine, runs, rows, measured }, null, 1))
else {
  console.log(
    Object.entries(machine)
      .flatMap(([name, value]) => `${name} ${value}`)
      .join(', '),
  )
  console.log(
    `Medians of ${runs === 1 ? 'one run' : `${runs} runs in turns`}; × is beside plain, in the same step.\n`,
  )
  console.log(renderReport(rows))
}

/** One build, search included, and what it left. */
async function once(site: Site, phase: Phase, posts: number, run: number): Promise<Row> {
  sayProgress(`${posts} posts, run ${run} of ${runs}: ${site.name}, ${phase}`)
  if (phase === 'cold') clean(site)
  if (phase === 'one post changed') changeOnePost(site, run)
  // What was saved just now is read again by the build after the next.
  await setTimeout(2100)
  const costs: Cost[] = []
  for (const args of site.build) costs.push(await measureTree(args, site))
  const { bytes, files } = sizeOf(site)
  return {
    ...{ posts, site: site.name, phase, size: bytes, files },
    wall: costs.reduce((sum, { wall }) => sum + wall, 0),
    cpu: costs.reduce((sum, { cpu }) => sum + cpu, 0),
    memory: Math.max(...costs.map(({ memory }) => memory)),
  }
}

/** The median of each measure, whichever run it comes from. */
function medianOf({ name }: Site, phase: Phase, posts: number): Row {
  const own = measured.filter((row) => row.posts === posts && row.site === name && row.phase === phase)
  const median = (measure: keyof Cost | 'size' | 'files') =>
    own.map((row) => row[measure]).sort((a, b) => a - b)[Math.floor(own.length / 2)] as number
  return {
    ...{ posts, site: name, phase, wall: median('wall'), cpu: median('cpu'), memory: median('memory') },
    ...{ size: median('size'), files: median('files') },
  }
}
