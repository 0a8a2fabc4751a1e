import { parseArgs } from 'node:util'
import { type SiteName, siteNames } from './sites.ts'

/** What a measurement of sites takes. */
export interface Options {
  /** Numbers of posts, the smallest first. */
  sizes: number[]
  runs: number
  /** Measure builds with pictures for social cards too. */
  og: boolean
  /** The name of one site; all of them where it is not said. */
  only?: SiteName | undefined
  json: boolean
}

/**
 * Reads options. Ends the process with status 2 where they cannot be understood.
 * @param isOfSites `--only` names a site
 */
export function readOptions(args: readonly string[], isOfSites = false): Options {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: {
        posts: { type: 'string', default: '1000' },
        runs: { type: 'string', default: '3' },
        og: { type: 'boolean', default: false },
        only: { type: 'string' },
        json: { type: 'boolean', default: false },
      },
    })
    const { og, only, json } = values
    if (only !== undefined && !isOfSites) throw new Error('--only is an option of build and of lint')
    if (only !== undefined && !siteNames.includes(only as SiteName))
      throw new Error(`--only: \`${only}\` is none of ${siteNames.join(', ')}`)
    const sizes = values.posts.split(',').map((text) => wholeNumber('posts', text))
    return {
      sizes: sizes.sort((a, b) => a - b),
      runs: wholeNumber('runs', values.runs),
      og,
      only: only as SiteName | undefined,
      json,
    }
  } catch (error) {
    console.error(
      `${(error as Error).message}\nAs in: npm run bench -- build --posts 100,1000 --runs 3 --og --only coldread --json`,
    )
    process.exit(2)
  }
}

function wholeNumber(name: string, text: string): number {
  if (/^[1-9]\d{0,6}$/.test(text.trim())) return Number(text)
  throw new Error(`--${name}: \`${text}\` is no whole number from 1 on`)
}
