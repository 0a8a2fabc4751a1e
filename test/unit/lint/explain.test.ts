import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { explainPlace, type Place } from '../../../plugins/lint/explain/explain-place.ts'
import { explainRule } from '../../../plugins/lint/explain/explain-rule.ts'
import { makeLinter } from '../../../plugins/lint/linter.ts'
import { defineTextRule } from '../../../plugins/lint/rule.ts'
import { rules } from '../../../plugins/lint/rules.ts'
import { lintContent } from '../../../plugins/lint/run/lint-content.ts'
import { readSettings } from '../../../plugins/lint/settings-schema.ts'
import { readPost } from '../../../plugins/lint/text/read-post.ts'
import type { Calendar } from '../../../src/calendar/calendar.ts'
import { readYaml } from '../../../src/calendar/yaml-document.ts'
import { readContent } from '../../../src/read-content.ts'
import { plan, post } from '../../support/scratch-site.ts'

/** Stands in for a rule of the registry, so that a change of that one changes nothing here. */
const rule = defineTextRule({
  id: 'promo-hype',
  summary: 'gleaming words',
  why: 'A stranger skips them.',
  level: { acquire: 'warning', retain: 'suggestion' },
  isEnglish: true,
  options: z.strictObject({ more: z.array(z.string()).default([]).meta({ description: 'Further words' }) }),
  phrases: [{ phrase: 'gleaming' }],
  check(_text, { matches, report }) {
    for (const at of matches)
      report({
        at,
        message: '`gleaming` says nothing.',
        because: 'it is on the list',
        fixes: [{ to: 'new', isSafe: true }],
      })
  },
})

const file = 'content/posts/a.mdx'

function explained(source: string, line: number, column?: number, lint = '', known = false): string {
  const texts = new Map([
    ['content/plan.yaml', plan + lint],
    [file, source],
  ])
  const content = readContent({ texts, assets: new Set(), faults: [] }, '2026-12-01T09:00:00Z', [])
  const calendar = content.calendar as Calendar
  const yaml = readYaml('content/plan.yaml', plan + lint)
  const settings = readSettings(yaml, [rule])
  if ('faults' in settings) throw new Error('A plan of this test is faulty.')
  const linter = makeLinter({ calendar, rules: [rule], settings })
  const findings = lintContent(content, linter, [])[0]?.findings ?? []
  const place: Place = {
    path: file,
    line,
    ...(column !== undefined && { column }),
    isContent: true,
    findings,
    known: new Set(known ? findings : []),
    source,
    bodyStart: source.indexOf('---\n', 4) + 4,
    text: readPost(calendar.posts[0] as never, content.bodies.get(file) as never, linter.lexicon),
    lineInPlan: (path) => yaml.placeOfKey(path).line,
  }
  return explainPlace(place, linter).replace(/\n\nThe whole text[\s\S]*/, '')
}

const source = post('A', 'A gleaming shop. It\nopens early. `code`\n\n```js\ncode()\n```')
const lineOf = (words: string) => source.split('\n').findIndex((line) => line.includes(words)) + 1

describe('a place', () => {
  const line = lineOf('gleaming')

  it('shows which words, why, from where the level comes, and how to accept them', () => {
    expect(explained(source, line, 3)).toBe(`content/posts/a.mdx:8:3-8:11  warning  promo-hype
  \`gleaming\` says nothing.

  words      gleaming
  because    it is on the list
  level      warning: the rule's own where the goal is acquire
  why        A stranger skips them.
  mend       Write \`new\` (--fix does it)
  to accept  here: on a line above the paragraph, {/* coldread disable-next promo-hype -- the reason */}
             in this post: in its front matter, lint: { off: { promo-hype: the reason } }
             the rule: in content/plan.yaml, lint: { rules: { promo-hype: off } }
  page       https://notes.example/rules/promo-hype/`)
  })

  it.each([
    [
      'lint: { rules: { promo-hype: suggestion } }',
      'suggestion: set in the plan, line 11 (lint.rules.promo-hype)',
    ],
    [
      'lint:\n  goals:\n    acquire: { promo-hype: error }',
      'error: set in the plan, line 13 (lint.goals.acquire.promo-hype)',
    ],
    [
      'lint:\n  paths: { "content/posts/*": { promo-hype: { level: error } } }',
      'error: set in the plan, line 12 (lint.paths.content/posts/*.promo-hype)',
    ],
  ])('says that %j sets the level', (lint, level) => {
    expect(explained(source, line, undefined, `${lint}\n`)).toContain(`level      ${level}`)
  })

  it('says that the baseline knows it', () => {
    expect(explained(source, line, undefined, '', true)).toContain(
      'known      content/lint-baseline.json knows it',
    )
  })

  it('says which sentence stands where no rule speaks', () => {
    expect(explained(source, line, 12)).toBe(
      `No rule says anything of ${file}:${line}:12.\nOn this line, they speak of \`gleaming\` (column 3).\nIt reads: A gleaming shop.`,
    )
    expect(explained(source, line + 1)).toBe(
      `No rule says anything of ${file}:${line + 1}.\nIt reads: It opens early.`,
    )
    expect(explained(source, lineOf('code()'))).toContain('Nothing stands there that the lint reads')
    expect(explained(source, lineOf('purpose'))).toContain('Nothing stands there that the lint reads')
    expect(explained(source, lineOf('answer'))).toContain('It reads: A is a question')
  })

  it('says what switches a rule off there, and why', () => {
    const comment = '{/* coldread disable-next promo-hype -- a quotation */}'
    const disabled = post('A', `${comment}\n\nA gleaming shop.\n\nA gleaming shop.`)
    expect(explained(disabled, 10)).toBe(
      `No rule says anything of ${file}:10.\nIt reads: A gleaming shop.\n\npromo-hype is switched off here by the comment on line 8: ${comment}`,
    )
    expect(explained(disabled, 12)).not.toContain('switched off')
    const off = post('A', 'A gleaming shop.', 'lint: { off: { promo-hype: a quotation } }\n')
    expect(explained(off, 9)).toContain(
      'promo-hype is switched off for this post by its entry (lint.off): a quotation',
    )
  })
})

describe('a rule', () => {
  const readme =
    '# promo-hype\n\nGleaming words.\n\n## Flagged\n\n```mdx\nA gleaming shop.\n```\n\n```text\n1:3-1:11 No.\n```\n\n## Fine\n\n```mdx a.mdx\n## A shop\n```\n'

  it('is shown with its levels, options and what the plan sets', () => {
    const lint =
      'lint:\n  rules: { promo-hype: { more: [shiny] } }\n  goals: { retain: { promo-hype: off } }\n'
    expect(
      explainRule(rule, readme, plan + lint, makeLinter()).replace(/file:.*/, '…'),
    ).toBe(`promo-hype: gleaming words

A stranger skips them.

level     warning for goal acquire, suggestion for goal retain
looks at  any text by itself, in English
options   more: [] – Further words
the plan  content/plan.yaml:12 sets lint.rules.promo-hype: {"more":["shiny"]}
          content/plan.yaml:13 sets lint.goals.retain.promo-hype: off
page      …

Gleaming words.

Flagged

    A gleaming shop.

  → 1:3-1:11 No.

Fine

  (a.mdx)
    ## A shop`)
  })

  it.each(rules.map((each) => [each.id, each] as const))('%s can be shown', (id, each) => {
    expect(explainRule(each, '', 'no: [plan', makeLinter())).toContain(`${id}: `)
  })
})
