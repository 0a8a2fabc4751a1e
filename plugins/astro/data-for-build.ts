import { openCache } from '../lint/run/cache.ts'
import { codeColors } from './code-colors.ts'
import { recallRelated } from './recall-related.ts'
import type { Run } from './run.ts'
import { type SiteData, siteData } from './site-data.ts'

/**
 * What the site of a build shows. What was found out about posts is kept for the next build.
 * @param code hash of the code that makes pages
 * @param isClean nothing that was found out before is used
 */
export async function dataForBuild({ root, opened }: Run, code: string, isClean: boolean): Promise<SiteData> {
  const cache = openCache(root, code, 'cache/bodies')
  const data = await siteData(opened, codeColors(code, isClean), cache)
  if (cache) recallRelated(data.site.posts, cache)
  cache?.save()
  return data
}
