import type { Nodes } from 'mdast'
import { gfmToMarkdown } from 'mdast-util-gfm'
import { type Info, type Options, toMarkdown } from 'mdast-util-to-markdown'

/** Signs that may mean something in Markdown wherever they stand. */
const telling = /[\\`*_{}[\]<>#+|~@\n\t]|&(?=[#a-z])|!$|:$|https?:|www\./i
/** Signs that may mean something where a line begins, and behind a footnote. */
const tellingAtStart = /^[\s\d\-(=.]/

function isTelling(value: string, { before, after }: Info): boolean {
  if (telling.test(value)) return true
  if (/^$|[\n\]pswW]$/.test(before) && tellingAtStart.test(value)) return true
  return value.startsWith(':') || (/^$|^\n/.test(after) && /\s$/.test(value))
}

const options: Options = {
  bullet: '-',
  rule: '-',
  fences: true,
  resourceLink: true,
  listItemIndent: 'one',
  extensions: [gfmToMarkdown({ tablePipeAlign: false })],
  handlers: {
    // To look for each pattern in each text takes longer than all the rest.
    text: (node, _parent, state, info) =>
      isTelling(node.value, info) ? state.safe(node.value, info) : node.value,
  },
}

/** Writes a tree as Markdown that reads back as the same tree. */
export function writeMarkdown(tree: Nodes): string {
  return toMarkdown(tree, options)
}
