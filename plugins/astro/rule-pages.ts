import { existsSync, readFileSync } from 'node:fs'
import { z } from 'zod'
import { parseBody } from '../../src/mdx/parse-body.ts'
import { renderBody, type Segment } from '../../src/mdx/render-body.ts'
import type { PublishedRule } from '../../src/reader/published.ts'
import type { Rule } from '../lint/rule.ts'
import { rules } from '../lint/rules.ts'

/** Rules by the first part of their ids, in the order of the list. */
const groups: readonly (readonly [prefixes: readonly string[], title: string])[] = [
  [['promo'], 'Self-promotion'],
  [['jargon'], 'Insider words'],
  [['search'], 'Found by search'],
  [['cal'], 'Calendar and channels'],
  [['queue'], 'Texts for networks'],
  [['queue'], 'What networks take'],
  [['content', 'mdx'], 'Files that cannot be read'],
  [['lint'], 'The lint itself'],
]

/** Every rule's page, by group. */
export function rulePages(): PublishedRule[] {
  return rules
    .map((rule): PublishedRule => {
      const { id, summary, why } = rule
      const group = groups[groupOf(rule)]?.[1] ?? 'More rules'
      return { id, group, summary, why }
    })
    .sort((a, b) => placeOf(a) - placeOf(b) || (a.id < b.id ? -1 : 1))
}

/**
 * Renders what a rule's page says below its title.
 * @param base path of the site below its host, without a trailing slash
 */
export function ruleContent(base: string): (id: string) => readonly Segment[] {
  const byId = new Map(rules.map((rule) => [rule.id, rule]))
  const resolveLink = (href: string) => ({
    href: href.replace(/^\.\.\/([a-z-]+)\/readme\.md$/, `${base}/rules/$1/`),
  })
  return (id) => {
    const text = ruleText(byId.get(id) as Rule)
    const body = parseBody({ file: `${id}/readme.md`, text, bodyStart: 0, isPlain: true })
    return renderBody(body, { resolveLink }).segments
  }
}

/** What a rule's page says below its title, as Markdown: its readme, and how it is set. */
export function ruleText(rule: Rule): string {
  const readme = new URL(`../lint/rules/${rule.id}/readme.md`, import.meta.url)
  const written = existsSync(readme) ? readFileSync(readme, 'utf8') : ''
  return `${written
    .replace(/^# .*\n+/, '')
    .replace(/[ \t]+$/gm, '')
    .replace(/^```(\w+) (\S+)$/gm, (_, language: string, name: string) =>
      name === 'lint' ? `\`lint\` in the plan:\n\n\`\`\`${language}` : `\`${name}\`:\n\n\`\`\`${language}`,
    )
    .replace(/^```text$/gm, 'What is said, with line and column:\n\n```text')
    .trimEnd()}\n\n${settings(rule)}`
}

function settings({ id, level, options, sees }: Rule): string {
  const shown =
    options instanceof z.ZodObject ? Object.entries(options.shape as Record<string, z.ZodType>) : []
  const rows = shown.map(
    ([name, option]) =>
      `| \`${name}\` | ${cell(option.meta()?.description ?? '')} | ${cell(defaultOf(option))} |`,
  )
  const levels =
    typeof level === 'string'
      ? `\`${level}\``
      : `\`${level.acquire}\` where the goal is \`acquire\`, \`${level.retain}\` where it is \`retain\``
  const inText = sees === 'text' || sees === 'post'
  return `## How to set it

Its level is ${levels}. In \`content/plan.yaml\`:

\`\`\`yaml
lint:
  rules:
    ${id}: off
\`\`\`

${rows.length > 0 ? `| Option | Meaning | Default |\n| --- | --- | --- |\n${rows.join('\n')}\n\n` : ''}For one post, with a reason, in its front matter:

\`\`\`yaml
lint: { off: { ${id}: quoting the press release } }
\`\`\`
${inText ? `\nFor one paragraph, with a reason, above it:\n\n\`\`\`mdx\n{/* coldread disable-next ${id} -- quoting the press release */}\n\`\`\`\n` : ''}`
}

function defaultOf(option: z.ZodType): string {
  const read = option.safeParse(undefined)
  if (!read.success || read.data === undefined) return 'none'
  const written = JSON.stringify(read.data)
  if (written === '[]') return 'none'
  return written.length > 60 ? 'a list' : `\`${written}\``
}

function cell(text: string): string {
  return text.replaceAll('|', '\\|')
}

function groupOf({ id }: Pick<Rule, 'id'>): number {
  return groups.findIndex(([prefixes]) => prefixes.includes(id.split('-')[0] as string))
}

function placeOf(rule: Pick<Rule, 'id'>): number {
  const place = groupOf(rule)
  return place === -1 ? groups.length : place
}
