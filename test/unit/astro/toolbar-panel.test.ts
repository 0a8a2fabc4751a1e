import { describe, expect, it } from 'vitest'
import { hearRun } from '../../../plugins/astro/lint-run.ts'
import { beginRun } from '../../../plugins/astro/run.ts'
import { outgoingOf } from '../../../plugins/astro/toolbar/outgoing.ts'
import { faultsFor, panelOf } from '../../../plugins/astro/toolbar/panel.ts'
import { renderPanel } from '../../../plugins/astro/toolbar/render-panel.ts'
import { plan, scratchSite } from '../../support/scratch-site.ts'

const more = `channels:
  mastodon: { network: mastodon, times: [wed 10:00], limit: 40 }
  shop: { network: linkedin }
`

/** What the panel knows of a post, and what it shows. */
function panelFor(text: string, slug = 'is-it') {
  const root = scratchSite({
    'content/plan.yaml': plan.replace('channels:\n', more),
    [`content/posts/${slug}.mdx`]: text,
  })
  const run = beginRun(root, '2026-11-22T12:00', true)
  const post = run.opened.calendar.posts[0]
  if (!post) throw new Error('no post')
  const panel = panelOf(post, run.opened, hearRun(run), outgoingOf(run))
  return { panel, post, html: renderPanel(panel, [], '/docs') }
}

/** A post with an entry and a body. */
const written = (entry: string, body: string) => `---\ntitle: Is it seamless?\n${entry}\n---\n${body}\n`
const draft =
  'answer: It is *seamless*, and that is all there is to say of it today.\npurpose: awareness\nstatus: draft'

describe('where a finding is seen', () => {
  const body = `## A seamless heading

It’s here: [a **seam**less link](https://example.com/seamless) &amp; more.[^1]

| one | two |
| --- | --- |
| no  | a seamless cell |

[^1]: A seamless note.
`

  it('is told by the letters of its paragraph, which any rendering has', () => {
    const { panel } = panelFor(written(draft, body))
    const found = (panel.findings ?? [])
      .filter(({ rule }) => rule === 'promo-hype')
      .map(({ place, line }) => {
        if (!('words' in place)) return [line, place]
        const { around, before, length } = place.words
        return [line, around, around.slice(before, before + length)]
      })
    expect(found).toEqual([
      [2, 'Isitseamless', 'seamless'],
      [3, 'Itisseamlessandthatisallthereistosayofittoday', 'seamless'],
      [7, 'Aseamlessheading', 'seamless'],
      [9, 'Itshereaseamlesslinkmore', 'seamless'],
      [13, 'aseamlesscell', 'seamless'],
      [15, 'Aseamlessnote', 'seamless'],
    ])
  })

  it('is a preview of the panel where readers do not meet it on the page', () => {
    const entry = `${draft}\ndescription: A seamless description of what it is, in a sentence that is long enough.\nsnippets:\n  shop: A seamless snippet.`
    const { panel } = panelFor(written(entry, 'Words.'))
    const places = (panel.findings ?? []).map(({ line, place }) => [line, place])
    expect(places).toContainEqual([6, { preview: 'search' }])
    expect(places).toContainEqual([8, { preview: 'snippets' }])
  })
})

describe('snippets', () => {
  const entry = (publish: string) => `${draft}\n${publish}snippets:
  mastodon:
    - kind: question
      at: +1d 09:00
      text: Is it, or is it not, or is it something else?
    - { kind: tip, text: "👍🏽 fits" }
  shop: A link.`

  it('are counted as their networks and channels count, and say when they go out', () => {
    const { panel } = panelFor(
      written(entry('publish: 2026-12-08\n'), '<Share channel="shop">A share.</Share>'),
    )
    expect(
      panel.snippets.map(({ name, kind, when, parts, line }) => [
        name,
        kind,
        when,
        parts[0]?.length?.count,
        parts[0]?.length?.limit,
        line,
      ]),
    ).toEqual([
      ['Mastodon', 'question', 'Wed 9 Dec 09:00', 45, 40, 9],
      ['Mastodon', 'tip', 'at the next free time', 6, 40, 12],
      ['LinkedIn, shop', 'link', 'at the next free time', 36, 3000, 13],
      ['LinkedIn, shop', 'link', 'at the next free time', 37, 3000, 15],
    ])
    expect(panel.snippets[0]?.problems[0]?.what).toMatch(/45 characters, and Mastodon takes 40: 5 too many/)
  })

  it('of a scheduled post have the times that the queue gives them, and what is in their way', () => {
    const scheduled = entry('publish: 2026-12-08\n').replace('status: draft', 'status: ready')
    const { panel, html } = panelFor(written(scheduled, 'Words.'))
    expect(panel.snippets.map(({ when }) => when)).toEqual([
      'Wed 9 Dec 09:00, stays behind',
      // The first one keeps that Wednesday.
      'Wed 16 Dec 10:00, not handed over yet',
      'at the next free time, stays behind',
    ])
    expect(panel.snippets[2]?.problems.map(({ what }) => what)).toEqual(['`shop` has no free time'])
    expect(html).toContain('2 of 3 cannot go out')
  })

  it('of a post without a day are counted too', () => {
    const { panel } = panelFor(written(entry(''), 'Words.'))
    expect(panel.snippets.map(({ when }) => when)).toEqual(Array(3).fill('once the post has a day'))
  })
})

it('an idea is not linted, and the panel says so', () => {
  const { panel, html } = panelFor('---\ntitle: Is it seamless?\n---\n')
  expect(panel.findings).toBeUndefined()
  expect(html).toContain('an idea is not read yet')
})

it('whatever content says is text', () => {
  const evil = '<img src=x onerror=alert(1)>'
  const { html } = panelFor(
    written(
      `${draft}\ntakeaway: "seamless ${evil} \\"'"\nsnippets:\n  shop: 'seamless ${evil}'`,
      'A seamless \\<img src=x onerror=alert(1)> word.',
    ),
  )
  expect(html).not.toMatch(/<img src="?x/)
  expect(html).toContain('&#x3C;img')
})

it('faults of the post itself come first, with their places', () => {
  const { post } = panelFor(written(draft, 'Words.'))
  const fault = (file: string) => ({ file, line: 3, column: 1, what: '`<b>` is wrong', mend: 'mend it' })
  const faults = faultsFor(post, [fault('content/plan.yaml'), fault(post.file)])
  expect(faults.map(({ file }) => file)).toEqual([post.file, 'content/plan.yaml'])
  expect(renderPanel(undefined, faults, '')).toMatch(
    /role="alert".*is-it\.mdx:3.*<code>&#x3C;b><\/code> is wrong — mend it/,
  )
})
