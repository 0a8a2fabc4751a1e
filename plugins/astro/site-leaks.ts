import type { Leak } from './leak-check.ts'

/** A built site that shows something unpublished. It is not brought over. */
export class SiteLeaks extends Error {
  constructor(leaks: readonly Leak[]) {
    const lines = leaks.map(({ file, post, trace }) => `${post}  ${trace} stands in the built page ${file}`)
    super(
      `The site was not replaced: it would show something unpublished.\n${lines.join('\n')}\n` +
        'Take it out of the published text, or publish the post.',
    )
    this.name = 'SiteLeaks'
    this.stack = ''
  }
}
