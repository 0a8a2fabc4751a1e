import type { Report } from '../lint/reporters/report.ts'
import { renderShort } from '../lint/reporters/short.ts'
import type { ShownFile } from '../lint/run/collapse.ts'
import { makeReport } from '../lint/run/lint-report.ts'
import { hearRun } from './lint-run.ts'
import type { Run } from './run.ts'

/**
 * Says what the lint has to say of files as they are saved, in few lines. Nothing of a file that is fine and was so.
 * @param root absolute path of the folder that holds `content/`
 */
export function savedLinter(
  root: string,
  look: Pick<Report, 'columns' | 'style'>,
): (run: Run, saved: readonly string[]) => string {
  const spoken = new Set<string>()
  return (run, saved) => {
    const { linted, heard } = hearRun(run)
    const files = heard.files.filter(({ path }) => saved.includes(path))
    const report = makeReport(linted, { ...heard, files }, { root, from: process.cwd() }, look)
    const isNews = ({ path, findings }: ShownFile) => findings.length > 0 || spoken.delete(path)
    const news = report.files.filter(isNews)
    for (const { path, findings } of news) if (findings.length > 0) spoken.add(path)
    return renderShort({ ...report, files: news })
  }
}
