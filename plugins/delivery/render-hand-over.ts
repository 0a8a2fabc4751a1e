import { momentOf } from '../../src/calendar/time.ts'
import type { ReadReports } from '../../src/delivery/read-reports.ts'
import type { HandedOver, HandOverReport } from './hand-over.ts'

/** What a hand-over came to, and whether nobody has to look. */
export function renderHandOver(
  { done, reports, due, held, unchanged }: HandOverReport,
  {
    shown,
    zone,
    warnings,
    isShared,
    now,
  }: { shown: string; zone: string; warnings: readonly string[]; isShared: boolean; now: string },
): { said: string; isWhole: boolean } {
  const { news, strangers, say } = reports
  const posted = news.filter(({ is }) => is === 'posted')
  const told = news.filter(({ is }) => is !== 'posted')
  const lately = Temporal.Instant.from(now).subtract({ minutes: usualDelay }).toString()
  const changed = new Set(done.map(({ id }) => id))
  const late = due.waiting.filter(({ row }) => row.at.instant < lately && !changed.has(row.id))
  const sections = [
    lines(
      posted.length === 0 ? '' : `${counted(posted.length, 'post')} went out since:`,
      posted.map(({ row, words }) => `  ${localOf(row.at.instant, zone)}  ${row.id}  ${words}`),
    ),
    lines(
      told.length === 0 ? '' : 'Somebody has to look:',
      told.map(
        ({ row, is, words }) =>
          `  ${row.id}: ${looks[is]} (${words})${is === 'doubt' ? doubtful(row.remote ?? row.id, row.channel) : ''}`,
      ),
    ),
    lines(
      due.lost.length === 0
        ? ''
        : 'Redis has lost what was due, so that it may have gone out or not. Look at the network:',
      due.lost.map(({ id }) => `  ${id}${lost(id)}`),
    ),
    lines(
      late.length === 0 ? '' : 'Due, and not sent yet:',
      late.map(
        ({ row, why }) =>
          `  ${localOf(row.at.instant, zone)}  ${row.id}  ${why ?? 'no worker came to it; is one running?'}`,
      ),
    ),
    lines(
      done.length === 0 ? 'Nothing is new, changed or canceled.' : '',
      done.map(({ did, id, why }) => `  ${id}: ${doing[did]}${why === undefined ? '' : ` (${why})`}`),
    ),
    lines(
      held.length === 0 ? '' : 'Held back:',
      held.map(({ item, what, mend }) => `  ${item.id}: ${what}; ${mend}.`),
    ),
    [
      `${counted(unchanged, 'post')} stood in Redis at ${shown} as wanted before.`,
      ...(strangers === 0
        ? []
        : [
            `${counted(strangers, 'post')} went out that this ledger does not know: whoever handed them over has yet to push it.`,
          ]),
      ...warnings,
      ...(isShared && (done.length > 0 || say.length > 0)
        ? ['Commit and push `content/handovers`: others cannot know otherwise what was handed over.']
        : []),
    ].join('\n'),
  ]
  const isWhole = told.length === 0 && due.lost.length === 0 && !done.some(({ did }) => did === 'left')
  return { said: sections.filter((each) => each !== '').join('\n\n'), isWhole }
}

/** Minutes that a post may be late without anybody wondering. */
const usualDelay = 5

const doing: Record<HandedOver['did'], string> = {
  added: 'handed over',
  changed: 'changed',
  canceled: 'taken back',
  restored: 'handed over again, since Redis had lost it',
  left: 'left as it is',
}

const looks: Record<ReadReports['news'][number]['is'], string> = {
  posted: 'was posted',
  refused: 'was not posted, and will not be; mend it, and give it a new time',
  doubt: 'may have been posted or not; look at the network',
  older: 'went out as it was before it was changed',
}

function doubtful(job: string, channel: string): string {
  return `\n    it is there: npm run deliver -- resolve ${channel} ${job} arrived\n    it is not: npm run deliver -- resolve ${channel} ${job} send`
}

function lost(id: string): string {
  return `\n    it is there: npm run queue -- posted ${id}\n    it is not: npm run queue -- removed ${id}, and give it a new time`
}

function lines(title: string, all: readonly string[]): string {
  return [...(title === '' ? [] : [title]), ...all].join('\n')
}

function counted(number: number, thing: string): string {
  return `${number} ${thing}${number === 1 ? '' : 's'}`
}

function localOf(instant: string, zone: string): string {
  return momentOf(Temporal.Instant.from(instant).toZonedDateTimeISO(zone)).local.replace('T', ' ')
}
