import { renderJson } from './json.ts'
import { renderPretty } from './pretty.ts'
import type { Report } from './report.ts'

/** How a run is written down, by the name of the format. */
export const reporters = {
  pretty: renderPretty,
  json: renderJson,
} satisfies Record<string, (report: Report) => string>

export type Format = keyof typeof reporters
