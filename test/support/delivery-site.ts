import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { post, scratchSite } from './scratch-site.ts'

/** A time of yesterday that the site is looked at from, so that what it hands over is due at once. */
export const siteNow = Temporal.Now.zonedDateTimeISO('UTC')
  .subtract({ hours: 20 })
  .round('minute')
  .toPlainDateTime()

/** What goes out on a channel: words, and how many minutes after `siteNow`. */
export interface Snippet {
  text: string
  after: number
}

const fields = (snippets: Readonly<Record<string, readonly Snippet[]>>) => {
  const written = Object.entries(snippets).map(([channel, all]) => {
    const each = all.map(({ text, after }) => {
      const at = siteNow.add({ minutes: after }).toString({ smallestUnit: 'minute' })
      return `{ text: ${JSON.stringify(text)}, at: "${at}" }`
    })
    return `${channel}: [${each.join(', ')}]`
  })
  return post('How often?', 'Words.', `topics: [cadence]\nsnippets: { ${written.join(', ')} }\n`).replace(
    /publish: .*/,
    `publish: ${siteNow.subtract({ days: 3 }).toPlainDate()}`,
  )
}

/** A site whose snippets go out by a webhook. */
export function deliverySite(snippets: Readonly<Record<string, readonly Snippet[]>>): {
  root: string
  write(snippets: Readonly<Record<string, readonly Snippet[]>>): void
} {
  const channels = Object.keys(snippets)
  const root = scratchSite({
    'content/plan.yaml': `site:
  name: Corner Shop Notes
  about: Two shopkeepers on running a small shop
  url: https://notes.example
zone: UTC
rhythm: [tue 09:00]
topics:
  cadence: { title: How often to post, intro: What a small shop can keep up. }
channels:
${channels.map((each) => `  ${each}: { network: linkedin, times: [mon 10:00] }`).join('\n')}
exports: { delivery: { channels: { ${channels.map((each) => `${each}: { sender: webhook }`).join(', ')} } } }
`,
    'content/posts/how-often.mdx': fields(snippets),
  })
  return {
    root,
    write: (next) => writeFileSync(join(root, 'content/posts/how-often.mdx'), fields(next)),
  }
}
