import { z } from 'zod'
import type { Edit } from '../../finding.ts'
import { defineTextRule } from '../../rule.ts'
import type { HeadingNode } from '../../text/read-passages.ts'
import { fieldKinds, type Passage, type Text } from '../../text/text.ts'

/** Flags headings that skip a level, second titles, and long stretches without a heading. */
export default defineTextRule({
  id: 'search-outline',
  summary: 'headings that skip a level, and long stretches without one',
  why: 'Headings are the table of contents that a reader from search scans, and that a screen reader reads out. Where one is missing, so is the way to the answer.',
  level: 'warning',
  options: z.strictObject({
    section: z.int().min(1).default(350).meta({
      description:
        'Words that may stand between two headings; list items are counted apart, code and tables not at all',
    }),
    start: z.int().min(1).default(300).meta({ description: 'Words that may stand before the first heading' }),
  }),
  check(text, { options, report }) {
    const isPost = 'post' in text
    const headings = text.headings.filter(({ position }) => position?.start.offset !== undefined)
    const mains = headings.filter(({ depth }) => depth === 1)
    for (const heading of isPost ? [] : mains.slice(1)) {
      const words = wordsOf(heading, text)
      report({
        at: rangeOf(heading),
        message: `\`${words}\` is a second h1; write it as \`## ${words}\`.`,
        because: 'two h1 in one text',
        quote: words,
        fixes: [{ to: [edit(heading, 2, text)], label: `Write \`## ${words}\`` }],
      })
    }
    for (const { heading, above, right, edits } of skipsOf(headings, text)) {
      const words = wordsOf(heading, text)
      const signs = '#'.repeat(right)
      report({
        at: rangeOf(heading),
        message: `\`${words}\` is an h${heading.depth} under ${above === 1 && isPost ? 'the title' : `an h${above}`}; write \`${signs} ${words}\`.`,
        because: `h${heading.depth} after h${above}`,
        quote: words,
        fixes: [
          {
            to: edits,
            label: `Write \`${signs}\`${edits.length > 1 ? ', and move up what stands below' : ''}`,
            isSafe: true,
          },
        ],
      })
    }
    for (const { heading, kind, count, passage } of longSections(text, options)) {
      // A heading that is code alone cannot be quoted, so the place further down is named.
      const named = heading && heading.wordCount > 0 ? heading : undefined
      report({
        at: { passage: named ?? passage, start: 0, end: (named ?? passage).text.length },
        level: 'suggestion',
        message: heading
          ? `\`${named?.text ?? opening(passage)}\` goes on for ${count} words${kind === 'item' ? ' of a list' : ''}; add a heading where the subject changes.`
          : `${count} words stand before the first heading; add one about here, that says what \`${opening(passage)}\` is about.`,
        because: heading
          ? `${count} words without a heading, ${options.section} at most`
          : `${count} words without a heading, fewer than ${options.start} before the first`,
        quote: named?.text ?? opening(passage),
        key: heading ? 'section' : 'start',
      })
    }
  },
})

interface Skip {
  heading: HeadingNode
  /** Depth of the heading above. */
  above: number
  /** Depth that it should have. */
  right: number
  edits: Edit[]
}

/**
 * Headings that skip a level, each with what brings it and those below it to where they belong. A text that is no
 * post may begin at any level.
 */
function skipsOf(headings: readonly HeadingNode[], text: Text): Skip[] {
  const skips: Skip[] = []
  const open: { depth: number; right: number }[] = 'post' in text ? [{ depth: 1, right: 1 }] : []
  for (const heading of headings) {
    const { depth } = heading
    while ((open.at(-1)?.depth ?? 0) >= depth) open.pop()
    const above = open.at(-1)
    const right = above ? Math.min(depth - above.depth + above.right, above.right + 1) : depth
    if (above && depth > above.depth + 1)
      skips.push({ heading, above: above.depth, right, edits: [edit(heading, right, text)] })
    else if (right !== depth) skips.at(-1)?.edits.push(edit(heading, right, text))
    open.push({ depth, right })
  }
  return skips
}

/** What writes a heading at another level. One that is underlined is written anew. */
function edit(heading: HeadingNode, right: number, text: Text): Edit {
  const { start, end } = rangeOf(heading)
  const signs = '#'.repeat(right)
  return text.source.startsWith('#', start)
    ? { start, end: start + heading.depth, text: signs }
    : { start, end, text: `${signs} ${wordsOf(heading, text)}` }
}

function rangeOf({ position }: HeadingNode): { start: number; end: number } {
  return { start: position?.start.offset as number, end: position?.end.offset as number }
}

function wordsOf(heading: HeadingNode, { source }: Text): string {
  const { start, end } = rangeOf(heading)
  return source.slice(start, end).replace(/^#+[ \t]*|[ \t]*#*\s*$|\n[=-]+\s*$/g, '')
}

interface Section {
  heading: Passage | undefined
  kind: 'paragraph' | 'item'
  count: number
  /** Where the limit is passed. */
  passage: Passage
}

function longSections({ passages }: Text, limits: { section: number; start: number }): Section[] {
  const long: Section[] = []
  let sections: Section[] = []
  let heading: Passage | undefined
  const close = () => {
    long.push(...sections.filter(({ count }) => (heading ? count > limits.section : count >= limits.start)))
    sections = []
  }
  for (const passage of passages) {
    const { kind } = passage
    if (fieldKinds.has(kind) || kind === 'cell' || kind === 'snippet') continue
    if (kind === 'heading') {
      close()
      heading = passage
      continue
    }
    const counted = kind === 'item' ? 'item' : 'paragraph'
    const known = sections.find((each) => each.kind === counted)
    const section = known ?? { heading, kind: counted, count: 0, passage }
    if (!known) sections.push(section)
    const limit = heading ? limits.section : limits.start
    if (section.count < limit) section.passage = passage
    section.count += passage.wordCount
  }
  close()
  return long
}

function opening({ text }: Passage): string {
  return text.split(/\s+/, 5).join(' ')
}
