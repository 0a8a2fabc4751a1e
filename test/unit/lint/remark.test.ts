import { readdirSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import remarkFrontmatter from 'remark-frontmatter'
import remarkGfm from 'remark-gfm'
import remarkMdx from 'remark-mdx'
import remarkParse from 'remark-parse'
import { unified } from 'unified'
import { VFile } from 'vfile'
import { describe, expect, it } from 'vitest'
import { lintText } from '../../../plugins/lint/lint-text.ts'
import { makeLinter } from '../../../plugins/lint/linter.ts'
import { rules } from '../../../plugins/lint/rules.ts'
import { readFile } from '../../../plugins/lint/text/make-text.ts'
import preset, { type ColdreadOptions, remarkColdread } from '../../../plugins/remark.ts'
import { anyDocument } from '../../support/any-document.ts'
import { examplesOf } from '../../support/rule-examples.ts'

const root = new URL('../../../', import.meta.url)

/** What remark says of a text. */
function messagesOf(path: string, value: string, options: ColdreadOptions = {}, knowsFrontMatter = false) {
  const processor = unified().use(remarkParse).use(remarkGfm)
  if (path.endsWith('.mdx')) processor.use(remarkMdx)
  if (knowsFrontMatter) processor.use(remarkFrontmatter, ['yaml', 'toml'])
  const file = new VFile({ path, value })
  processor.use(remarkColdread, options).runSync(processor.parse(file), file)
  return file.messages
}

const linter = makeLinter()

/** The same as the lint says by itself. */
function findingsOf(path: string, source: string) {
  return lintText(readFile(path, source, linter.lexicon).text, linter).findings
}

const levels = { true: 'error', false: 'warning', undefined: 'suggestion' }

const examples = rules.flatMap(({ id }) => {
  const { flagged, fine } = examplesOf(id)
  return [...flagged, ...fine].flatMap(({ files }) => [...files].filter(([file]) => /\.mdx?$/.test(file)))
})
const filesIn = (folder: string) =>
  readdirSync(new URL(folder, root), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.mdx?$/.test(name))
    .map((name): [string, string] => [name, readFileSync(new URL(`${folder}/${name}`, root), 'utf8')])

describe('the remark preset', () => {
  it.each([
    ['readmes of rules', examples],
    ['posts', [...filesIn('test/fixtures/blog/content/posts'), ...filesIn('content/posts').slice(0, 5)]],
    [
      'documents',
      ['README.md', 'CONTRIBUTING.md', 'content/README.md'].map((file): [string, string] => [
        file,
        readFileSync(new URL(file, root), 'utf8'),
      ]),
    ],
  ])('says of %s what the lint says', (_name, files) => {
    let unread = 0
    for (const [path, source] of files) {
      let messages: ReturnType<typeof messagesOf>
      try {
        messages = messagesOf(path, source, { every: true })
      } catch {
        // remark gives up where a file is no MDX; the lint reads on.
        unread++
        continue
      }
      expect(
        messages.map(({ ruleId, fatal, place, reason, actual, note, url }) => ({
          ruleId,
          level: levels[`${fatal ?? undefined}` as 'true'],
          place,
          reason,
          actual,
          note,
          url,
        })),
        path,
      ).toEqual(
        findingsOf(path, source).map(
          ({ rule, level, line, column, endLine, endColumn, start, end, message, quote, note, url }) => ({
            ruleId: rule,
            level,
            place: {
              start: { line, column, offset: start },
              end: { line: endLine, column: endColumn, offset: end },
            },
            reason: message,
            actual: quote,
            note,
            url,
          }),
        ),
      )
    }
    expect(unread).toBeLessThan(files.length / 10)
  })

  it('says of any document what the lint says', () => {
    fc.assert(
      fc.property(anyDocument, ({ file, source: written }) => {
        // Places behind a byte order mark, and front matter in TOML, are known otherwise.
        const source = written.replace(/^(?:\ufeff|\+\+\+)/, '')
        const brief = (
          some: readonly { line?: number | undefined; column?: number | undefined }[],
          of: string,
        ) => some.map((each) => `${each.line}:${each.column} ${(each as never)[of]}`)
        let messages: ReturnType<typeof messagesOf>
        try {
          messages = messagesOf(file, source, { every: true })
        } catch {
          return
        }
        expect(brief(messages, 'reason')).toEqual(brief(findingsOf(file, source), 'message'))
      }),
      { numRuns: 60 },
    )
  })

  it('says it as messages of a file, each kind once', () => {
    const messages = messagesOf('a.mdx', '---\ntitle: seamless\n---\n\nA seamless day, a seamless night.\n')
    expect(messages.filter(({ ruleId }) => ruleId === 'promo-hype')).toMatchObject([
      {
        ruleId: 'promo-hype',
        source: 'coldread',
        fatal: false,
        line: 5,
        column: 3,
        reason: expect.stringContaining('`seamless`'),
        actual: 'seamless',
        note: expect.stringMatching(/\.$/),
        url: expect.stringContaining('promo-hype'),
      },
    ])
  })

  it('offers what a fix would write there', () => {
    const messages = examples.flatMap(([path, source]) => {
      try {
        return messagesOf(path, source, { every: true })
      } catch {
        return []
      }
    })
    expect(messages.flatMap(({ expected }) => expected ?? [])).not.toEqual([])
  })

  it('reads over front matter, whether or not remark knows it', () => {
    for (const [path, source] of filesIn('content/posts').slice(0, 3))
      expect(messagesOf(path, source, { every: true }, true)).toEqual(
        messagesOf(path, source, { every: true }),
      )
  })

  it('takes the settings of a plan', () => {
    const text = 'A seamless day.\n'
    const said = (options: ColdreadOptions) =>
      messagesOf('a.md', text, options)
        .filter(({ ruleId }) => ruleId === 'promo-hype')
        .map(({ fatal }) => fatal)
    expect(said({ rules: { 'promo-hype': 'error' } })).toEqual([true])
    expect(said({ rules: { 'promo-hype': 'off' } })).toEqual([])
    expect(said({ rules: { 'promo-hype': 'suggestion' } })).toEqual([undefined])
    expect(() => said({ rules: { 'promo-hyp': 'off' } })).toThrow('promo-hyp')
  })

  it('says nothing of a tree without positions', () => {
    const processor = unified().use(preset)
    const file = new VFile('Seamless.')
    const tree: Parameters<ReturnType<typeof remarkColdread>>[0] = {
      type: 'root',
      children: [{ type: 'paragraph', children: [{ type: 'text', value: 'Seamless.' }] }],
    }
    processor.runSync(tree, file)
    expect(file.messages).toEqual([])
  })
})
