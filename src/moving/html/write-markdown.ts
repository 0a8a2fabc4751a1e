import type { Nodes } from 'mdast'
import { gfmToMarkdown } from 'mdast-util-gfm'
import { type Options, toMarkdown } from 'mdast-util-to-markdown'

/** Signs that may mean something in Markdown, also at an end of a text, where the next one begins. */
const telling = /[\\`*_{}[\]<>#+=|~&@!\n\t^$]|^[\s\d\-(.:'"]|[\s:]$|https?:|www\./i

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
      telling.test(node.value) ? state.safe(node.value, info) : node.value,
  },
}

/** Writes a tree as Markdown that reads back as the same tree. */
export function writeMarkdown(tree: Nodes): string {
  return toMarkdown(tree, options)
}
