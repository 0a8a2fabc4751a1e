import type { MdastNode } from 'satteri'

/**
 * Calls `see` with a node and all below it in the order of the source; `parents` come outermost first, and hold only while it
 * is called.
 */
export function visit(
  node: MdastNode,
  see: (node: MdastNode, parents: readonly MdastNode[]) => void,
  parents: MdastNode[] = [],
): void {
  see(node, parents)
  if (!('children' in node)) return
  parents.push(node)
  for (const child of node.children) visit(child, see, parents)
  parents.pop()
}
