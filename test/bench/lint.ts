// Prints how much text a CPU second lints, and how soon the first finding comes, beside other linters on the same files.
// Usage: npm run bench -- lint [--runs 3] [--only coldread] [--json]   (installs the other linters into test/bench/ first)
import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'

const here = import.meta.dirname
const root = join(here, '../..')
const { values } = parseArgs({
  options: { runs: { type: 'string', default: '3' }, only: { type: 'string' }, json: { type: 'boolean' } },
})
const runs = Number(values.runs)
const bin = join(here, 'node_modules/.bin')
if (!existsSync(join(bin, 'textlint')))
  execFileSync('npm', ['install', '--prefix', here, '--silent'], { stdio: 'inherit' })

const folder = mkdtempSync(join(tmpdir(), 'coldread-bench-lint-'))
process.on('exit', () => rmSync(folder, { recursive: true, force: true }))
const bytes = copyMarkdown(join(folder, 'text'))
mkdirSync(join(folder, 'one'))
mkdirSync(join(folder, 'empty'))
const one =
  'Our seamless and very unique platform utilizes synergies.\nLoad the CDP first, he said, so the thing was done.\n'
writeFileSync(join(folder, 'one/post.md'), `# Post\n\n${one}`)
writeFileSync(join(folder, 'cpu.mjs'), cpuReport())

const textlintRules = ['unexpanded-acronym', 'terminology', 'write-good'].flatMap((rule) => ['--rule', rule])

/** How each is started on a folder: its script and arguments. */
const linters: Record<string, (target: string) => string[]> = {
  coldread: (target) => [
    join(root, 'scripts/coldread.mjs'),
    ...['lint', '--root', join(folder, 'empty'), '--format', 'json', '--no-baseline', '--no-cache', target],
  ],
  'write-good': (target) => [script('write-good'), ...files(target)],
  'remark-lint (recommended)': (target) => [
    script('remark'),
    '--use',
    'remark-preset-lint-recommended',
    '--no-stdout',
    target,
  ],
  alex: (target) => [script('alex'), target],
  'textlint (3 rules)': (target) => [script('textlint'), ...textlintRules, `${target}/**/*.md`],
}

const results = Object.keys(linters)
  .filter((name) => !values.only || name === values.only)
  .map((name) => ({
    name,
    cpu: [] as number[],
    first: [] as number[],
    memory: 0,
  }))
for (let run = 0; run < runs; run++)
  for (const result of results) {
    process.stderr.write(`\r\x1b[Krun ${run + 1} of ${runs}: ${result.name}`)
    const start = linters[result.name] as (target: string) => string[]
    const whole = measure(start(join(folder, 'text')))
    result.cpu.push(whole.cpu)
    result.memory = Math.max(result.memory, whole.memory)
    result.first.push(measure(start(join(folder, 'one'))).cpu)
  }
process.stderr.write('\r\x1b[K')

const rows = results.map(({ name, cpu, first, memory }) => ({
  name,
  'CPU s': round(median(cpu)),
  'MB a CPU s': round(bytes / 1e6 / median(cpu)),
  'first finding, CPU s': round(median(first)),
  'peak MB': Math.round(memory / 1024),
}))
console.log(
  values.json
    ? JSON.stringify(
        { date: new Date().toISOString().slice(0, 10), node: process.version, bytes, runs, rows },
        null,
        1,
      )
    : `${(bytes / 1e6).toFixed(2)} MB of Markdown from node_modules, ${runs} runs in turns, medians, each a whole process`,
)
if (!values.json) console.table(rows)

/** The Markdown of this project's dependencies and of this folder's: real files that everybody has after npm install. Returns how many bytes. */
function copyMarkdown(to: string): number {
  mkdirSync(to)
  let sum = 0
  let number = 0
  for (const folder of [join(root, 'node_modules'), join(here, 'node_modules')]) {
    const found = readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.md'))
      .sort()
    for (const name of found) {
      const text = readFileSync(join(folder, name), 'utf8')
      if (text.length < 1000) continue
      writeFileSync(join(to, `${String(number++).padStart(4, '0')}.md`), text)
      sum += Buffer.byteLength(text)
    }
  }
  return sum
}

function files(target: string): string[] {
  return readdirSync(target).map((name) => join(target, name))
}

/** The JavaScript file behind a command of this folder's packages. */
function script(name: string): string {
  return fileURLToPath(new URL(`./node_modules/.bin/${name}`, import.meta.url))
}

/** CPU seconds (user and system) and peak kilobytes of a Node process. Its exit status says whether it found something. */
function measure(args: readonly string[]): { cpu: number; memory: number } {
  const report = join(folder, 'cpu.json')
  rmSync(report, { force: true })
  const { stdout, stderr } = spawnSync(process.execPath, ['--import', join(folder, 'cpu.mjs'), ...args], {
    cwd: here,
    maxBuffer: 1 << 30,
    encoding: 'utf8',
    env: { ...process.env, COLDREAD_BENCH_REPORT: report, NODE_ENV: '' },
  })
  const said = stdout + stderr
  if (!existsSync(report) || !said.includes('.md') || /Error:/.test(stderr))
    throw new Error(`${args[0]} found nothing or could not be run: ${said.slice(0, 500)}`)
  return JSON.parse(readFileSync(report, 'utf8'))
}

/** A module that writes down, when a process ends, what it cost. */
function cpuReport(): string {
  return `import { writeFileSync } from 'node:fs'
process.on('exit', () => {
  const { user, system } = process.cpuUsage()
  writeFileSync(process.env.COLDREAD_BENCH_REPORT, JSON.stringify({ cpu: (user + system) / 1e6, memory: process.resourceUsage().maxRSS }))
})
`
}

function median(all: readonly number[]): number {
  return all.toSorted((a, b) => a - b)[Math.floor(all.length / 2)] as number
}

function round(figure: number): number {
  return Number(figure.toPrecision(3))
}
