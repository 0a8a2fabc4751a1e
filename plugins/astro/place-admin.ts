import { copyFileSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { stringify } from 'yaml'
import { renderAdminPage } from '../../src/cms/admin-page.ts'
import { cmsConfig } from '../../src/cms/cms-config.ts'
import { componentNames, type Opened } from '../../src/open.ts'
import { packageRoot } from './package-root.ts'

/**
 * Adds `admin/`, where the plan asks for it: forms for editors in the browser. No page leads there, and search engines are told to
 * leave it out.
 * @param folder absolute path of the built site
 */
export function placeAdmin(folder: string, { calendar, isPreview }: Opened): void {
  const { cms } = calendar.plan
  if (!cms || isPreview) return
  const admin = join(folder, 'admin')
  mkdirSync(admin, { recursive: true })
  writeFileSync(join(admin, 'index.html'), renderAdminPage())
  writeFileSync(join(admin, 'config.yml'), renderConfig(calendar, cms))
  copyFileSync(join(packageRoot, 'src/cms/client/admin.js'), join(admin, 'admin.js'))
}

function renderConfig(
  calendar: Opened['calendar'],
  cms: NonNullable<Opened['calendar']['plan']['cms']>,
): string {
  const config = cmsConfig(calendar, cms, componentNames())
  return `# Made by each build, from what posts, plan and authors may hold.\n${stringify(config, { lineWidth: 0 })}`
}
