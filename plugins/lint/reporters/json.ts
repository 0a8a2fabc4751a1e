import type { Report } from './report.ts'

/** Every file with its scores and findings, for other programs: `{ version: 1, files }`. */
export function renderJson({ files }: Report): string {
  return JSON.stringify({ version: 1, files })
}
