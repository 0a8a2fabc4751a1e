import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { Command } from 'commander'
import { rootOption } from './options.ts'
import { UsageError } from './usage-error.ts'

const patience = 20_000

export const indexNow = new Command('index-now')
  .description('Print which pages changed since search engines were last told, and with --send tell them')
  .addOption(rootOption)
  .option('--out <dir>', 'the folder that was built into', 'dist')
  .option('--send', 'send the addresses, by IndexNow')
  .option(
    '--endpoint <url>',
    'the search engine to tell; it tells others',
    'https://api.indexnow.org/indexnow',
  )
  .action(async (options: { root: string; out: string; send?: boolean; endpoint: string }) => {
    const folder = resolve(options.root, options.out)
    if (!existsSync(join(folder, 'sitemap.xml')))
      throw new UsageError(`There is no site in ${options.out}/ yet. Build it first: npm run build`)
    if (!URL.canParse(options.endpoint))
      throw new UsageError(
        `--endpoint ${options.endpoint} is no address, as https://www.bing.com/indexnow is.`,
      )
    const { announce, newsOf, sentPages } = await import('../plugins/index-now/announce.ts')
    const { builtPages } = await import('../plugins/index-now/built-pages.ts')
    const { renderNews } = await import('../plugins/index-now/render-news.ts')
    const news = newsOf(builtPages(folder), sentPages(options.root))
    console.log(renderNews(news))
    if (news.changed.length + news.gone.length === 0) return
    const out = options.out === 'dist' ? '' : ` --out ${options.out}`
    const later = `\nNothing was sent. When they are published: npm run coldread -- index-now --send${out}`
    if (!options.send) return console.log(later)
    const refusal = await announce(options.root, folder, { ...options, patience }, process.env)
    if (refusal) process.exitCode = 1
    if (refusal) console.error(`\n${refusal} What was not taken stays on the list.`)
    else console.log('\nSent.')
  })
