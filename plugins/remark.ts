import type { MdastNode } from 'satteri'
import type { VFile } from 'vfile'
import { z } from 'zod'
import { lintText } from './lint/lint-text.ts'
import { type Linter, makeLinter } from './lint/linter.ts'
import { saidOf } from './lint/reporters/report.ts'
import { rules } from './lint/rules.ts'
import { type ShownFinding, shownFindings } from './lint/run/collapse.ts'
import { settingsOf } from './lint/settings.ts'
import { settingsSchema } from './lint/settings-schema.ts'
import { frontMatterEnd, makeTextAlone } from './lint/text/make-text.ts'
import type { Text } from './lint/text/text.ts'

const optionsSchema = settingsSchema(rules).extend({
  every: z.boolean().default(false).meta({ description: 'Every finding, not the first of each rule' }),
})

/** The plan's `lint`, and `every`. */
export type ColdreadOptions = z.input<typeof optionsSchema>

/**
 * A remark plugin with every rule that looks at a text by itself. Findings become messages of the file: an error is
 * fatal, a suggestion an info. Throws where the options are wrong. Front matter in TOML is only known as such where
 * `remark-frontmatter` reads it. Loads from a checkout: Node reads no TypeScript below `node_modules`.
 */
export function remarkColdread(options: ColdreadOptions = {}): (tree: Text['tree'], file: VFile) => void {
  const { linter, every } = madeFor(options)
  return (tree, file) => {
    // remark counts places without a byte order mark.
    const source = String(file).replace(/^\uFEFF/, '')
    const bodyStart = frontMatterEnd(source)
    const body = {
      ...tree,
      children: unravelled(tree.children).filter(
        ({ position }) => position?.start.offset === undefined || position.start.offset >= bodyStart,
      ),
    } as Text['tree']
    const text = makeTextAlone(file.path ?? '', source, body, bodyStart, linter.lexicon)
    const { findings } = lintText(text, linter)
    for (const finding of shownFindings(findings, every)) say(finding, file)
  }
}

const made = new Map<string, { linter: Linter; every: boolean }>()

/** remark asks once a file, mostly for the same. */
function madeFor(options: ColdreadOptions): { linter: Linter; every: boolean } {
  const key = JSON.stringify(options)
  const before = made.get(key)
  if (before) return before
  const checked = optionsSchema.safeParse(options)
  if (!checked.success) throw new Error(`coldread: ${z.prettifyError(checked.error)}`)
  const { every, ...settings } = checked.data
  const linter = makeLinter({ settings: settingsOf(settings as Parameters<typeof settingsOf>[0]) })
  made.set(key, { linter, every })
  return { linter, every }
}

function say(finding: ShownFinding, file: VFile): void {
  const { rule, level, start, end, line, column, endLine, endColumn } = finding
  const message = file.message(saidOf(finding), {
    place: {
      start: { line, column, offset: start },
      end: { line: endLine, column: endColumn, offset: end },
    },
    ruleId: rule,
    source: 'coldread',
  })
  message.fatal = { error: true, warning: false, suggestion: undefined }[level]
  message.actual = finding.quote
  message.expected = finding.fixes.flatMap(({ edits: [edit, ...more] }) =>
    edit?.start === start && edit.end === end && more.length === 0 ? [edit.text] : [],
  )
  message.note = finding.note
  message.url = finding.url
}

/** Nodes without the paragraphs that hold tags and expressions alone: MDX shows what is inside, and no paragraph. */
function unravelled(nodes: readonly MdastNode[]): MdastNode[] {
  return nodes.flatMap((node): MdastNode[] => {
    if (node.type === 'paragraph' && node.children.every(isUnravelled))
      return node.children.flatMap((child): MdastNode[] => {
        if (child.type === 'mdxJsxTextElement') return [{ ...child, type: 'mdxJsxFlowElement' } as MdastNode]
        return child.type === 'mdxTextExpression' ? [{ ...child, type: 'mdxFlowExpression' }] : []
      })
    if (node.type === 'paragraph' || !('children' in node)) return [node]
    return [{ ...node, children: unravelled(node.children) } as MdastNode]
  })
}

function isUnravelled(node: MdastNode): boolean {
  const { type } = node
  return (
    type === 'mdxJsxTextElement' ||
    type === 'mdxTextExpression' ||
    (type === 'text' && node.value.trim() === '')
  )
}

/** A preset for `.remarkrc.mjs`. Name `remarkColdread` after it to give options. */
export default { plugins: [remarkColdread] }
