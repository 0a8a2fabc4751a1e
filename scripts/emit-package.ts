import { execFileSync } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** Writes `lib/`, which is what a package holds: JavaScript and types of all code, and what that reads. `npm pack` runs it. */
const root = fileURLToPath(new URL('../', import.meta.url))
const lib = join(root, 'lib')
rmSync(lib, { recursive: true, force: true })
const tsc = fileURLToPath(import.meta.resolve('typescript/bin/tsc'))
execFileSync(process.execPath, [tsc, '--project', join(root, 'tsconfig.package.json'), '--noCheck'], {
  stdio: 'inherit',
})
for (const name of ['src', 'plugins', 'scripts'])
  for (const entry of readdirSync(join(root, name), { recursive: true, withFileTypes: true })) {
    if (!entry.isFile() || (entry.name.endsWith('.ts') && !entry.name.endsWith('.d.ts'))) continue
    copy(join(entry.parentPath, entry.name).slice(root.length))
  }
copy('astro.config.mjs')
// Astro takes every file of code among pages for a page.
for (const name of readdirSync(lib, { recursive: true, encoding: 'utf8' })) {
  if (!name.endsWith('.d.ts')) continue
  const file = join(lib, name)
  writeFileSync(file, readFileSync(file, 'utf8').replace(/(?<=['"]\.{1,2}\/[^'"\n]+)\.ts(?=['"])/g, '.js'))
}
for (const name of readdirSync(join(lib, 'src/pages'), { recursive: true, encoding: 'utf8' }))
  if (name.endsWith('.d.ts')) rmSync(join(lib, 'src/pages', name))
const { version, dependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
writeFileSync(
  join(lib, 'package.json'),
  `${JSON.stringify({ type: 'module', version, dependencies }, null, 2)}\n`,
)

/** Copies a file; what it imports of ours is JavaScript from now on. */
function copy(file: string): void {
  const [from, to] = [join(root, file), join(lib, file)]
  mkdirSync(dirname(to), { recursive: true })
  if (!/\.(?:astro|mjs)$/.test(file)) {
    cpSync(from, to)
    return
  }
  const text = readFileSync(from, 'utf8').replace(
    /(?<=['"])(\.{1,2}\/[^'"\n?]+)\.ts(?=['"?])/g,
    (whole, path: string) => (existsSync(join(dirname(from), `${path}.ts`)) ? `${path}.js` : whole),
  )
  writeFileSync(to, text)
}
