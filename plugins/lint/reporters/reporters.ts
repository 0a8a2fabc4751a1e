import type { Format } from './formats.ts'
import { renderGithub } from './github.ts'
import { renderJson } from './json.ts'
import { renderMarkdown } from './markdown.ts'
import { renderPretty } from './pretty.ts'
import type { Report } from './report.ts'
import { renderSarif } from './sarif.ts'

/** How a run is written down, by the name of the format. */
export const reporters = {
  pretty: renderPretty,
  json: renderJson,
  sarif: renderSarif,
  github: renderGithub,
  markdown: renderMarkdown,
} satisfies Record<Format, (report: Report) => string>
