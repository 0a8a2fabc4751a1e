import { readFileSync } from 'node:fs'
import type { Audit } from '../../src/audit/audit.ts'
import { renderAuditPage } from '../../src/audit/page/audit-page.ts'

/** An audit as a page, with the site's colors and its own style sheet inside. */
export function renderPage(audit: Audit): string {
  const styles = ['styles/tokens.css', 'audit/page/page.css'].map((file) =>
    readFileSync(new URL(`../../src/${file}`, import.meta.url), 'utf8'),
  )
  return renderAuditPage(audit, styles.join('\n'))
}
