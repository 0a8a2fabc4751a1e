import { existsSync } from 'node:fs'
import fc from 'fast-check'
import type { MdastNode } from 'satteri'
import { describe, expect, it } from 'vitest'
import { byPlace, type Finding } from '../../../plugins/lint/finding.ts'
import { lintText } from '../../../plugins/lint/lint-text.ts'
import { type Linter, makeLinter } from '../../../plugins/lint/linter.ts'
import { defineTextRule, type Rule } from '../../../plugins/lint/rule.ts'
import { rules } from '../../../plugins/lint/rules.ts'
import { makeText, readFile } from '../../../plugins/lint/text/make-text.ts'
import type { Text } from '../../../plugins/lint/text/text.ts'
import { placeFinder } from '../../../src/mdx/place-finder.ts'
import { visit } from '../../../src/mdx/visit.ts'
import { anyCharacters, anyDocument } from '../../support/any-document.ts'
import { examplesOf, lintExample, ruleFolder } from '../../support/rule-examples.ts'

type File = { file: string; source: string }

const occasion = { goal: 'acquire', lang: 'en' } as const
const linter = makeLinter()
const read = ({ file, source }: File, by: Linter = linter) => readFile(file, source, by.lexicon).text
const findingsOf = (text: Text, by: Linter = linter) => lintText(text, by).findings
const lint = (file: File, by: Linter = linter) => findingsOf(read(file, by), by)

/** Rules that count the whole text, or look at its end: more text changes what they say. */
const isOfWholeTexts =
  /density|promo-(?:page|cta|links|feature-run|opening)|search-(?:outline|heading-question)|lint-/

/** Examples of a rule that are files by themselves. */
const filesOf = (id: string): File[] => {
  if (!existsSync(new URL(`${id}/readme.md`, ruleFolder))) return []
  const { flagged, fine } = examplesOf(id)
  return [...flagged, ...fine].flatMap(({ files }) =>
    [...files].filter(([file]) => /^[^/]*\.mdx?$/.test(file)).map(([file, source]) => ({ file, source })),
  )
}

/** Examples of a rule that are posts. */
const postExamples = (id: string) => {
  const { flagged, fine } = examplesOf(id)
  return [...flagged, ...fine].filter(({ files }) =>
    [...files.keys()].some((file) => file.startsWith('content/posts/')),
  )
}

const oneLine = (source: string) => source.replaceAll(/[\s`|[\]()<>{}*\\:#-]+/g, ' ').trim()

/** A text where nothing is prose: in code, in an address, in a comment. */
function hiddenIn(file: string, source: string): string {
  const line = oneLine(source)
  const address = `https://example.com/${encodeURI(line).replaceAll(/['!?;,.]/g, '')}/`
  const comment = file.endsWith('.mdx') ? `{/* ${line.replaceAll('/', ' ')} */}` : `<!-- ${line} -->`
  return [
    `\`\`\`\`\`\n${source}\n\`\`\`\`\``,
    `\`\`${line}\`\``,
    `[a page about bread](${address})`,
    `${line === '' ? 'a' : `\`${line}\``} is how it is written.`,
    comment,
  ].join('\n\n')
}

const plainWords = '[a page about bread is how it is written.'

const examples = new Map(rules.map(({ id }) => [id, filesOf(id)]))
const anyFile = fc.oneof(
  { weight: 3, arbitrary: anyDocument },
  { weight: 1, arbitrary: anyCharacters },
  { weight: 1, arbitrary: fc.constantFrom(...[...examples.values()].flat()) },
)

/** Where code, addresses and definitions stand. */
function noProseOf({ tree, source }: Text): { type: string; start: number; end: number }[] {
  const ranges: { type: string; start: number; end: number }[] = []
  visit(tree, (node) => {
    const [start, end] = [node.position?.start.offset ?? 0, node.position?.end.offset ?? 0]
    const { type } = node
    if (type === 'code' || type === 'inlineCode' || type === 'definition' || type === 'mdxjsEsm')
      ranges.push({ type, start, end })
    if (type === 'link') {
      const behind = source.slice(start, end).lastIndexOf('](')
      if (behind > 0) ranges.push({ type, start: start + behind + 1, end })
    }
  })
  return ranges
}

function withoutPositions<N extends MdastNode>(node: N): N {
  const { position: _, ...rest } = node
  return (
    'children' in rest ? { ...rest, children: (rest.children as MdastNode[]).map(withoutPositions) } : rest
  ) as N
}

describe.each(rules.map((rule) => [rule.id, rule] as const))('%s', (id, rule) => {
  const alone = makeLinter({ rules: [rule] })
  const files = examples.get(id) ?? []

  it('says nothing where it cannot say where', () => {
    for (const file of files) {
      const { tree, source } = read(file, alone)
      const text = makeText(file.file, source, withoutPositions(tree), occasion, alone.lexicon)
      expect(findingsOf(text, alone)).toEqual([])
    }
  })

  it('says nothing of code, of addresses and of comments in a post', () => {
    for (const { files } of postExamples(id))
      for (const [file, source] of files) {
        const [entry = '', body = ''] = source.split(/(?<=^---\n[\s\S]*?\n---\n)/)
        if (!/^content\/posts\/.*\.mdx$/.test(file) || body.trim() === '') continue
        const hidden = entry + hiddenIn(file, body)
        const found = lintExample({ files: new Map([...files, [file, hidden]]) }, id)
        const ofBody = found.filter((finding) => finding.file === file && finding.start >= entry.length)
        for (const { start, end } of ofBody) expect(plainWords).toContain(hidden.slice(start, end).trim())
      }
  })

  it('says nothing of code, of addresses, of comments, and of what stands before a body', () => {
    for (const { file, source } of files) {
      const line = oneLine(source)
      const hidden = `---\ntitle: ${JSON.stringify(line)}\n---\n\n${hiddenIn(file, source)}`
      const places = lint({ file, source: hidden }, alone).map(({ start, end }) => hidden.slice(start, end))
      for (const each of line.split(' ').filter((word) => /\p{L}{3}/u.test(word)))
        if (!'a page about bread is how it is written'.includes(each))
          expect(places.join('\n')).not.toContain(each)
    }
  })
})

describe('whatever a file holds', () => {
  it('is linted without throwing, inside the file, in order, and the same each time', () => {
    fc.assert(
      fc.property(anyFile, (file) => {
        const { source } = file
        const text = read(file)
        const findings = findingsOf(text)
        const placeOf = placeFinder(file.file, source)
        for (const { start, end, line, column, endLine, endColumn, fixes, rule, message } of findings) {
          expect(0 <= start && start <= end && end <= source.length, `${rule} at ${start}-${end}`).toBe(true)
          expect(placeOf(start)).toEqual({ file: file.file, line, column })
          expect(placeOf(end)).toEqual({ file: file.file, line: endLine, column: endColumn })
          expect(message).not.toMatch(/undefined|NaN|\[object/)
          for (const { edits } of fixes)
            for (const edit of edits)
              expect(0 <= edit.start && edit.start <= edit.end && edit.end <= source.length, rule).toBe(true)
        }
        expect(findings).toEqual([...findings].sort(byPlace))
        expect(findingsOf(text)).toEqual(findings)
        expect(lint(file, makeLinter())).toEqual(findings)
      }),
      { numRuns: 150 },
    )
  })

  it('has nothing said of its code and its addresses', () => {
    fc.assert(
      fc.property(anyDocument, (file) => {
        const text = read(file)
        const ranges = noProseOf(text)
        const inside = findingsOf(text).filter(({ start, end }) =>
          ranges.some((range) => range.start <= start && end <= range.end && start < end),
        )
        expect(inside.map(({ rule, start, end }) => [rule, file.source.slice(start, end)])).toEqual([])
      }),
      { numRuns: 300 },
    )
  })

  it('is linted the same whatever the order of the rules', () => {
    const backwards = makeLinter({ rules: [...rules].reverse() })
    fc.assert(
      fc.property(anyFile, (file) => {
        expect(lint(file, backwards)).toEqual(lint(file))
      }),
      { numRuns: 100 },
    )
  })

  it('keeps what is said of its words when more is written below', () => {
    const ofWords = (findings: readonly Finding[], { source }: File) =>
      findings
        .filter(({ rule, end }) => !isOfWholeTexts.test(rule) && end <= source.trimEnd().length)
        .map(({ rule, start, end }) => `${rule} ${start}-${end}`)
    fc.assert(
      fc.property(anyDocument, (file) => {
        const longer = { ...file, source: `${file.source}\n\nThen it rained all day.\n` }
        expect(ofWords(lint(longer), file)).toEqual(ofWords(lint(file), file))
      }),
      { numRuns: 100 },
    )
  })
})

describe('a rule that reports every word', () => {
  const everyWord: Rule = defineTextRule({
    id: 'every-word',
    summary: 'words',
    why: 'There they are.',
    level: 'suggestion',
    check(text, { report }) {
      for (const passage of text.passages)
        for (const { start, end, isAddress, shape } of passage.words)
          if (!isAddress && shape !== 'code')
            report({ at: { passage, start, end }, message: 'a word', because: 'it is one' })
    },
  })
  const words = makeLinter({ rules: [everyWord] })

  it('finds them where they stand', () => {
    fc.assert(
      fc.property(anyDocument, (file) => {
        for (const { start, end, quote } of lint(file, words)) {
          const there = file.source.slice(start, end)
          if (/^[\p{L}\p{N}]+$/u.test(there)) expect(there).toBe(quote)
          else if (!/[&\\]/.test(there)) expect(there).toContain(quote[0])
        }
      }),
      { numRuns: 300 },
    )
  })
})
