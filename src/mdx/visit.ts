import type { MdastNode } from 'satteri'

/** Calls `see` with a node and all below it in the order of the source; `parents` come outermost first. */
export function visit(
  node: MdastNode,
  see: (node: MdastNode, parents: readonly MdastNode[]) => void,
  parents: readonly MdastNode[] = [],
): void {
  see(node, parents)
  if (!('children' in node)) return
  const inside = [...parents, node]
  for (const child of node.children) visit(child, see, inside)
}
