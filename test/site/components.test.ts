import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import axe from 'axe-core'
import { HtmlValidate } from 'html-validate'
import { describe, expect, it } from 'vitest'
import type { z } from 'zod'
import { builtIn, type Component } from '../../src/mdx/components.ts'
import { filesOf } from '../support/built-site.ts'
import { launchChromium } from '../support/chromium.ts'
import { blogRoot, packageRoot, runColdread } from '../support/run-coldread.ts'
import { plan, post, scratchSite } from '../support/scratch-site.ts'
import { serveFolder } from '../support/serve-folder.ts'

const readme = readFileSync(`${packageRoot}src/components/mdx/README.md`, 'utf8')

/** What the readme says of each component: its example, and its props by name, as rows of a table. */
const sections = new Map(
  readme
    .split(/^## /m)
    .slice(1)
    .map((section) => {
      const example = /^```mdx\n([\s\S]*?)\n```$/m.exec(section)?.[1] ?? ''
      const rows = [...section.matchAll(/^\| `(\w+)` *\| (.+?) *\| (.+?) *\|$/gm)]
      const props = rows.map(([, name, meaning, otherwise]) => ({ name, meaning, otherwise }))
      return [/^\w+/.exec(section)?.[0] ?? '', { example, props }]
    }),
)

it('has a section for each component, and none for others', () => {
  expect([...sections.keys()]).toEqual(Object.keys(builtIn))
})

describe.each(Object.entries<Component>(builtIn))('the section on %s', (name, { props: schema }) => {
  it('names each prop, what it means and what it is when left out, as its schema does', () => {
    const known = Object.entries<z.ZodType>(schema.shape).map(([prop, type]) => {
      const { description, enum: words, default: usual } = type.toJSONSchema({ io: 'input' })
      const choices = words ? ` One of ${words.map((word) => `\`${word}\``).join(', ')}.` : ''
      const otherwise = usual === undefined ? expect.any(String) : `\`${usual}\``
      return {
        name: prop,
        meaning: `${description}.${choices}`,
        otherwise: type.safeParse(undefined).success ? otherwise : 'required',
      }
    })
    expect(sections.get(name)?.props).toEqual(known)
    for (const { otherwise, name: prop } of sections.get(name)?.props ?? [])
      if (otherwise === 'required')
        expect(schema.shape[prop as string]?.safeParse(undefined).success).toBe(false)
  })

  it('has an example that uses it, with every prop', () => {
    const example = sections.get(name)?.example ?? ''
    expect(example).toContain(`<${name}`)
    for (const prop of Object.keys(schema.shape)) expect(example).toContain(` ${prop}="`)
  })
})

/** What is seen of each example. */
const looks: Record<string, string> = {
  Term: '.term',
  Steps: '.steps ol > li',
  KeyPoints: '.key-points li',
  Question: '.question h2[id]',
  Callout: '.callout[role=note].warning',
  Figure: 'figure > img[width][height][srcset] + figcaption',
  Share: '.share p',
}

const code = '```js\n// why\nconst a = "b"\n```\n\n```nonsense\nc < d\n```'

it('has examples that build, are valid HTML, and keep nobody out, in light and dark', async () => {
  const picture = readFileSync(`${blogRoot}/content/posts/how-often-should-a-small-business-post-week.png`)
  const root = scratchSite({
    'content/glossary.yaml': readFileSync(`${blogRoot}/content/glossary.yaml`),
    'content/plan.yaml': `${plan}  mastodon: { network: mastodon }\n`,
    'content/posts/week.png': picture,
    ...Object.fromEntries(
      [...sections].map(([name, { example }]) => [
        `content/posts/${name.toLowerCase()}.mdx`,
        post(`How does ${name} look?`, `## A heading\n\n${example}\n\nMore words.`, 'topics: [cadence]\n'),
      ]),
    ),
    'content/posts/all.mdx': post(
      'How do all of them look?',
      [...sections.values()].map(({ example }) => example).join('\n\n'),
      'topics: [cadence]\ncover: { src: ./week.png, alt: A week }\n',
    ),
    'content/posts/eesti.mdx': post(
      'Mis on query?',
      'Üks query ja üks <Term>CTA</Term>.',
      'topics: [cadence]\nlang: et\n',
    ),
    'content/posts/code.mdx': post('How does code look?', code, 'topics: [cadence]\n'),
  })
  const { status, stderr } = await runColdread(['build', '--root', root, '--now', '2027-01-15T09:00'])
  expect(stderr).toBe('')
  expect(status).toBe(0)

  const validator = new HtmlValidate({ extends: ['html-validate:recommended'] })
  const pages = [...filesOf(join(root, 'dist'))].filter(([file]) => /^[^/]+\/index\.html$/.test(file))
  for (const [file, bytes] of pages) {
    const { results } = await validator.validateString(bytes.toString())
    expect(results.flatMap(({ messages }) => messages.map(({ message }) => `${file}: ${message}`))).toEqual(
      [],
    )
  }

  const foreign = new Map(pages).get('eesti/index.html')?.toString()
  expect(foreign?.match(/<dt>\w+/g)).toEqual(['<dt>CTA'])
  expect(foreign).toMatch(/<article class="post" lang="et"[\s\S]*<section class="beside words" lang="en"/)
  const colored = pages.filter(([, bytes]) => bytes.includes('rel="stylesheet"')).map(([file]) => file)
  expect(colored).toEqual(['code/index.html'])

  const [browser, served] = await Promise.all([launchChromium(), serveFolder(join(root, 'dist'), '/')])
  try {
    for (const colorScheme of ['light', 'dark'] as const) {
      const page = await browser.newPage({
        colorScheme,
        bypassCSP: true,
        viewport: { width: 320, height: 640 },
      })
      for (const name of [...sections.keys(), 'all', 'code']) {
        await page.goto(`${served.url}${name.toLowerCase()}/`)
        const isAll = name === 'all'
        for (const selector of isAll
          ? [...Object.values(looks), 'img[loading=eager]']
          : [looks[name] ?? 'pre'])
          expect(await page.locator(`.body ${selector}`).first().isVisible(), `${name} ${selector}`).toBe(
            true,
          )
        await page.evaluate(axe.source)
        const violations = await page.evaluate(async () => {
          const { axe } = globalThis as unknown as { axe: typeof import('axe-core') }
          return (await axe.run()).violations.map(
            ({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join()}`,
          )
        })
        expect(violations, name).toEqual([])
      }
      const color = (selector: string) =>
        page.locator(selector).evaluate((element) => getComputedStyle(element).color)
      const colors = await Promise.all(['.body pre >> nth=0', 'pre .comment', 'pre .string'].map(color))
      expect(new Set(colors).size, `${colors}`).toBe(3)
      expect(await page.locator('pre').last().innerHTML()).toBe(
        '<code class="language-nonsense">c &lt; d\n</code>',
      )
    }
  } finally {
    await browser.close()
    served.stop()
  }
})

it('stops a build for a word that the glossary has not, and says where', async () => {
  const root = scratchSite({
    'content/glossary.yaml': '- { term: query, meaning: It is what someone types. }\n',
    'content/posts/a.mdx': post('What is a query?', 'A <Term>querry</Term>.', 'topics: [cadence]\n'),
  })
  const { status, stderr } = await runColdread(['build', '--root', root, '--now', '2027-01-15T09:00'])
  expect(status).toBe(1)
  expect(stderr).toContain('content/posts/a.mdx:9:3  the glossary has no `querry` — did you mean `query`?')
})
