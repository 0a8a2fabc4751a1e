import { answersOf, durationText } from './answers.ts'
import type { Inbox } from './inbox.ts'

/** The most questions that are listed. */
const most = 20

/** How soon people got answers, and who still waits, as text. */
export function renderAnswers(inbox: Inbox): string {
  const { answered, open, median, places } = answersOf(inbox)
  if (answered + open.length === 0)
    return 'Nobody asked anything yet. Note a question: npm run coldread -- heard "…" --on phone'
  const width = Math.max(...places.map(({ on }) => on.length))
  const lines = places.map(
    (place) =>
      `  ${place.on.padEnd(width)}  ${place.median === undefined ? 'nothing answered' : `${durationText(place.median)}, of ${place.answered}`}${place.open.length > 0 ? `; ${place.open.length} waiting` : ''}`,
  )
  const waiting = open
    .slice(0, most)
    .map(
      ({ id, day, on, text }) =>
        `  ${id}  ${day}  ${on}  ${text.length > 100 ? `${text.slice(0, 99)}…` : text}`,
    )
  return [
    median === undefined
      ? 'Nothing was answered yet.'
      : `Half of the answers came within ${durationText(median)} (${answered} in all).`,
    ...lines,
    ...(waiting.length > 0
      ? [
          '',
          'Waiting, longest first:',
          ...waiting,
          ...(open.length > most ? [`  … and ${open.length - most} more`] : []),
          '',
          'When one is answered: npm run coldread -- answered ID --with POST',
        ]
      : []),
  ].join('\n')
}
