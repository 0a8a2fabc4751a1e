import type { ElementContent } from 'hast'
import { h } from 'hastscript'
import type { BoardData } from '../board-data.ts'
import { count } from '../words.ts'

/** The most faults that are shown. */
const most = 5

/** What of the inbox cannot be read, before anything that is counted without it. */
export function renderInboxFaults({ inboxFaults = [], hrefs }: BoardData): ElementContent[] {
  if (inboxFaults.length === 0) return []
  const more = inboxFaults.length - most
  return [
    h('section.inbox-faults', [
      h(
        'p.warn',
        `${count(inboxFaults.length, 'thing')} in the inbox cannot be read; all that is shown here is made of the rest:`,
      ),
      h(
        'ul.problems',
        inboxFaults
          .slice(0, most)
          .map(({ file, line, column, what, mend }) =>
            h('li', [
              h('a', { href: hrefs.file(file, line, column) }, `${file}:${line}`),
              ` ${what}: ${mend}`,
            ]),
          ),
      ),
      ...(more > 0 ? [h('p.quiet', [`and ${more} more: `, h('code', 'npm run ideas')])] : []),
    ]),
  ]
}
