import type { BreadcrumbListLeaf } from 'schema-dts'
import type { Crumb } from '../crumbs.ts'
import { absolute } from '../href.ts'

/** The way down to a page, which comes last and needs no address of its own. */
export function crumbsNode(
  above: readonly Crumb[],
  { url, page, heading }: { url: string; page: string; heading: string },
): BreadcrumbListLeaf {
  return {
    '@type': 'BreadcrumbList',
    '@id': `${page}#crumbs`,
    itemListElement: [
      ...above.map(({ to, name }) => ({ name, item: absolute(url, to) })),
      { name: heading },
    ].map((crumb, at) => ({ '@type': 'ListItem', position: at + 1, ...crumb })),
  }
}
