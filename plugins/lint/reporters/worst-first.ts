import { levels } from '../finding.ts'
import type { ShownFile, ShownFinding } from '../run/collapse.ts'
import { countLevels } from './report.ts'

/** Orders files: errors count before warnings, warnings before suggestions. */
export function worstFirst(a: ShownFile, b: ShownFile): number {
  const [left, right] = [countLevels([a]), countLevels([b])]
  for (const level of levels) if (left[level] !== right[level]) return right[level] - left[level]
  return a.path < b.path ? -1 : 1
}

/** Orders the findings of a file: by level, then by place. */
export function worstFindingFirst(a: ShownFinding, b: ShownFinding): number {
  return levels.indexOf(a.level) - levels.indexOf(b.level) || a.start - b.start
}
