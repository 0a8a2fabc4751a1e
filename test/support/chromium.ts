import { existsSync } from 'node:fs'
import packaged from '@sparticuz/chromium'
import { type Browser, chromium } from 'playwright-core'

const places = [
  process.env.CHROME_PATH,
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
]

/** Starts the machine's own Chromium; where there is none, the one that a package brings along (Linux, x64). */
export async function launchChromium(): Promise<Browser> {
  const own = places.find((place) => place && existsSync(place))
  const quiet = ['--no-sandbox', '--disable-quic', '--disable-background-networking', '--disable-component-update', '--disable-sync']
  return own
    ? chromium.launch({ executablePath: own, args: quiet })
    : chromium.launch({ executablePath: await packaged.executablePath(), args: [...packaged.args, ...quiet] })
}
