import { absolute } from './href.ts'
import type { ShownPost, Site } from './shown-site.ts'
import { filledTopics } from './topics.ts'

/** `llms.txt` in the form of llmstxt.org: what the site is, then every answer once, by its first topic. */
export function renderLlmsTxt(site: Site): string {
  const line = ({ title, path, answer, description }: ShownPost) => {
    const words = answer ?? description
    return `- [${title.replace(/[[\]]/g, '\\$&')}](${absolute(site.url, path)})${words ? `: ${words}` : ''}`
  }
  const section = (title: string, lines: readonly string[]) =>
    lines.length > 0 ? [`## ${title}\n\n${lines.join('\n')}`] : []
  const parts = [
    `# ${site.name}\n\n> ${site.about}`,
    ...filledTopics(site).flatMap(({ id, title, posts }) =>
      section(title, posts.filter(({ topics }) => topics[0] === id).map(line)),
    ),
    ...section(
      'More answers',
      site.posts.filter(({ goal, topics }) => goal === 'acquire' && topics.length === 0).map(line),
    ),
    ...section('Optional', [
      `- [About](${absolute(site.url, '/about/')})`,
      ...(site.glossary.length > 0 ? [`- [Glossary](${absolute(site.url, '/glossary/')})`] : []),
      ...(site.answers.length > 0 ? [`- [Where we answer](${absolute(site.url, '/where-we-answer/')})`] : []),
      ...site.posts.filter(({ goal }) => goal === 'retain').map(line),
    ]),
  ]
  return `${parts.join('\n\n')}\n`
}
