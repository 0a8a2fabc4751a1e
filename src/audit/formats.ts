/** How an audit may be written down. */
export const auditFormats = ['text', 'json', 'html'] as const
export type AuditFormat = (typeof auditFormats)[number]

const byEnding = new Map<string | undefined, AuditFormat>([
  [undefined, 'text'],
  ['txt', 'text'],
  ['json', 'json'],
  ['html', 'html'],
  ['htm', 'html'],
])

/** The format that a file's ending asks for, text where it has none; undefined where no format has that ending. */
export function formatFor(file = ''): AuditFormat | undefined {
  return byEnding.get(/[^/\\]\.([^./\\]+)$/.exec(file)?.[1]?.toLowerCase())
}
