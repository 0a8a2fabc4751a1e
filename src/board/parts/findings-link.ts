import type { Element } from 'hast'
import { h } from 'hastscript'
import { fileAnchor } from '../anchors.ts'
import type { BoardData } from '../board-data.ts'
import { boardHref } from '../view.ts'
import { count } from '../words.ts'

const counts = new WeakMap<BoardData, Map<string, number>>()

/** How many findings a file has that the baseline does not know. */
function newFindings(data: BoardData, file: string): number {
  const known = counts.get(data) ?? countNew(data)
  counts.set(data, known)
  return known.get(file) ?? 0
}

/** Leads to what the lint says of a file; nothing where it says nothing. */
export function findingsLink(data: BoardData, file: string): Element[] {
  const number = newFindings(data, file)
  if (number === 0) return []
  return [h('a', { href: boardHref('findings', 'index', fileAnchor(file)) }, count(number, 'finding'))]
}

function countNew({ said }: BoardData): Map<string, number> {
  return new Map(
    said.files.map(({ file, findings }) => [file, findings.filter(({ isKnown }) => !isKnown).length]),
  )
}
