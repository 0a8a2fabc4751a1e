import { isAbsolute, sep } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Level } from '../finding.ts'
import type { ShownFinding } from '../run/collapse.ts'
import { type Report, saidOf } from './report.ts'

const sarifLevels: Readonly<Record<Level, string>> = {
  error: 'error',
  warning: 'warning',
  suggestion: 'note',
}

/** SARIF 2.1.0, for code scanning: what was found, with each rule's help, fixes, and fingerprints that stay while lines move. */
export function renderSarif({ files, rules, urlOf }: Report): string {
  const used = new Set(files.flatMap(({ findings }) => findings.map(({ rule }) => rule)))
  const known = rules.filter(({ id }) => used.has(id))
  const log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0-rtm.5.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'Coldread',
            rules: known.map(({ id, summary, why, level }) => ({
              id,
              shortDescription: { text: summary },
              fullDescription: { text: why },
              help: { text: `${why}\n${urlOf(id)}`, markdown: `${why}\n\n[${id}](${urlOf(id)})` },
              helpUri: urlOf(id),
              defaultConfiguration: { level: levelOf(typeof level === 'string' ? level : level.acquire) },
            })),
          },
        },
        columnKind: 'utf16CodeUnits',
        results: files.flatMap(({ path, findings }) =>
          findings.map((finding) =>
            resultOf(
              path,
              finding,
              [...known.keys()].find((at) => known[at]?.id === finding.rule),
            ),
          ),
        ),
      },
    ],
  }
  return JSON.stringify(log, undefined, 2)
}

function levelOf(level: Level | 'off'): string {
  return level === 'off' ? 'none' : sarifLevels[level]
}

function resultOf(path: string, finding: ShownFinding, ruleIndex: number | undefined) {
  const { rule, level, line, column, endLine, endColumn, quote, fixes, fingerprint } = finding
  const artifactLocation = locationOf(path)
  const region = { startLine: line, startColumn: column, endLine, endColumn, snippet: { text: quote } }
  return {
    ruleId: rule,
    ...(ruleIndex !== undefined && { ruleIndex }),
    level: sarifLevels[level],
    message: { text: saidOf(finding) },
    locations: [{ physicalLocation: { artifactLocation, region } }],
    partialFingerprints: { 'coldread/v1': fingerprint },
    ...(fixes.length > 0 && {
      fixes: fixes.map(({ label, edits }) => ({
        description: { text: label },
        artifactChanges: [
          {
            artifactLocation,
            replacements: edits.map(({ start, end, text }) => ({
              deletedRegion: { charOffset: start, charLength: end - start },
              insertedContent: { text },
            })),
          },
        ],
      })),
    }),
  }
}

/** A file by its path from where the lint ran; by its whole address where it is named so. */
function locationOf(path: string) {
  if (isAbsolute(path)) return { uri: pathToFileURL(path).href }
  return { uri: path.split(sep).map(encodeURIComponent).join('/'), uriBaseId: '%SRCROOT%' }
}
