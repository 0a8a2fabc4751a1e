/** How an audit may be written down. */
export const auditFormats = ['text', 'json', 'html'] as const
export type AuditFormat = (typeof auditFormats)[number]

/** The format that a file's ending asks for; text where it says nothing. */
export function formatFor(file: string | undefined): AuditFormat {
  const [, ending = ''] = /\.(json|html?)$/i.exec(file ?? '') ?? []
  return ending === '' ? 'text' : ending.toLowerCase() === 'json' ? 'json' : 'html'
}
