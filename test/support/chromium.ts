import { existsSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import packaged, { inflate, setupLambdaEnvironment } from '@sparticuz/chromium'
import { type Browser, type BrowserContext, type BrowserContextOptions, chromium } from 'playwright-core'
import { onTestFinished } from 'vitest'

const places = [
  process.env.CHROME_PATH,
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
]

const quiet = [
  '--no-sandbox',
  '--disable-quic',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

/** Starts the machine's own Chromium; where there is none, the one that a package brings along (Linux, x64). */
export async function launchChromium(more: readonly string[] = []): Promise<Browser> {
  const own = places.find((place) => place && existsSync(place))
  const start = (executablePath: string) => chromium.launch({ executablePath, args: [...quiet, ...more] })
  if (own) return start(own)
  const brought = await packaged.executablePath()
  try {
    return await start(brought)
  } catch {
    // A bare machine lacks the libraries that it needs; the package holds them too.
    await inflate(join(fileURLToPath(import.meta.resolve('@sparticuz/chromium')), '../../bin/al2023.tar.br'))
    setupLambdaEnvironment(join(tmpdir(), 'al2023/lib'))
    return start(brought)
  }
}

/**
 * A window of its own for one test. On a busy machine Chromium now and then never says that one is closed whose page
 * is on its way to another process: after a while it is left to the end of the browser.
 */
export async function newContext(browser: Browser, options?: BrowserContextOptions): Promise<BrowserContext> {
  const context = await browser.newContext(options)
  onTestFinished(() => Promise.race([context.close(), setTimeout(10_000)]))
  return context
}
