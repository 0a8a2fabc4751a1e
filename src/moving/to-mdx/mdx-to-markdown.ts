import type { Said } from './said.ts'
/** TODO */
export function mdxToMarkdown(text: string, _said: Said): string {
  return text
}
