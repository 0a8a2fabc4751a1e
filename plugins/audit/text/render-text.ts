import type { Audit } from '../../../src/audit/audit.ts'
import { limitWords, readWords } from '../../../src/audit/audit-words.ts'
import { visible } from '../../lint/reporters/terminal-text.ts'
import { renderFound, renderMend } from './found.ts'
import {
  renderInsider,
  renderNoQuestion,
  renderOrphans,
  renderSelling,
  renderShared,
  renderStale,
} from './lists.ts'
import { indented, type Look } from './look.ts'
import { renderMix } from './mix.ts'

const sections = [
  renderFound,
  renderMend,
  renderInsider,
  renderSelling,
  renderShared,
  renderNoQuestion,
  renderOrphans,
  renderStale,
  renderMix,
]

/** An audit for a person at a terminal: the whole at a glance, what to mend first, then each question in short. */
export function renderText(audit: Audit, look: Look): string {
  const { style } = look
  const limits = limitWords(audit)
    .flatMap((words) => indented(words, 0, look))
    .map((line) => style('dim', line))
  return [
    style('bold', `What strangers stumble over in ${visible(audit.source)}`),
    style('dim', readWords(audit).map(visible).join(' · ')),
    ...[...sections.map((render) => render(audit, look)), limits].flatMap((lines) =>
      lines.length > 0 ? ['', ...lines] : [],
    ),
  ].join('\n')
}
