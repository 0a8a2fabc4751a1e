#!/usr/bin/env node
// The only file that an old Node reads: everything else needs Node 26, which the package brings along.
import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import * as nodeModule from 'node:module'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { setFlagsFromString } from 'node:v8'

/** Coldread runs on Node 26, which comes with it as a package. */
function runInOwnNode() {
  const own = ownNode()
  if (!own) {
    console.error(`Coldread runs on Node 26, and this is Node ${process.versions.node}.`)
    console.error('Its own Node comes with `npm install`; start it with `npm run coldread -- …`.')
    process.exit(2)
  }
  const child = spawn(own, process.argv.slice(1), { stdio: 'inherit' })
  // Ctrl+C reaches both; how it ends is for the command to say.
  process.on('SIGINT', () => {})
  for (const signal of ['SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal))
  child.on('close', (status, signal) =>
    signal ? process.kill(process.pid, signal) : process.exit(status ?? 1),
  )
  return new Promise(() => {})
}

function ownNode() {
  try {
    const { resolve } = nodeModule.createRequire(import.meta.url)
    const path = fileURLToPath(
      new URL(
        process.platform === 'win32' ? 'bin/node.exe' : 'bin/node',
        pathToFileURL(resolve('node/package.json')),
      ),
    )
    return existsSync(path) ? path : undefined
  } catch {
    return undefined
  }
}

if (Number(process.versions.node.split('.')[0]) < 26) await runInOwnNode()
if (process.argv[2] === 'lint') {
  // V8 optimizes less eagerly: linting 12 MB takes as long, and 290 MB instead of 500.
  setFlagsFromString('--efficiency-mode')
  // It is over before threads of V8's own would pay off: the first finding comes sooner without.
  setFlagsFromString('--no-parallel-scavenge')
}
// V8 may take the words of one text for things that stay: then each run of the lint takes 500 MB after all, and a third more time.
setFlagsFromString('--no-allocation-site-pretenuring')
// A heap that grows in smaller steps: an export of 107 MB takes less memory, and no more time.
if (process.argv[2] === 'adopt') setFlagsFromString('--heap-growing-percent=40')
process.env.ASTRO_TELEMETRY_DISABLED = '1'
// Vite takes these from the environment for what it says of itself; the site follows from its content alone.
for (const name of ['BASE_URL', 'DEV', 'MODE', 'NODE_ENV', 'PROD', 'SITE', 'SSR']) delete process.env[name]
// Compiled code is kept for the next start: it halves the time to the first finding.
nodeModule.enableCompileCache(fileURLToPath(new URL('../node_modules/.cache/coldread', import.meta.url)))
const { main } = await import('./main.ts')
process.exitCode = await main(process.argv)
