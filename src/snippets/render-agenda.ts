import { isBlackout } from '../calendar/blackout.ts'
import type { Calendar } from '../calendar/calendar.ts'
import { renderFault } from '../calendar/fault.ts'
import { dayIn } from '../calendar/time.ts'
import type { Agenda } from './agenda/agenda.ts'
import { type AgendaState, agendaStates, isPosted, statesOf } from './agenda/agenda-states.ts'
import { cell } from './agenda/cell.ts'
import { dayWords, shortDay, timeIn } from './agenda/day-words.ts'
import type { Look } from './agenda/look.ts'
import { renderContacts } from './agenda/render-contacts.ts'
import { renderGaps } from './agenda/render-gaps.ts'
import { renderHandovers } from './agenda/render-handovers.ts'
import { renderMissed } from './agenda/render-missed.ts'
import { renderVolume } from './agenda/render-volume.ts'
import { networks } from './networks.ts'
import { ceilingsOf } from './over-ceiling.ts'
import { type QueueItem, sentParts } from './queue-item.ts'

/** What goes out, by day and channel, in the plan's zone; then what is empty, uneven or in the way. */
export function renderAgenda(agenda: Agenda, look: Look): string {
  const { calendar, items, ledger, from, until } = agenda
  const { plan, now } = calendar
  const states = statesOf(items, ledger, { now: now.instant, channels: plan.channels })
  const isAsked = ({ channel }: QueueItem) => !agenda.channels || agenda.channels.includes(channel)
  const days = new Map<QueueItem, string>()
  for (const item of items) if (item.at && isAsked(item)) days.set(item, dayIn(item.at, plan.zone))
  const shown = [...days].flatMap(([item, day]) => (from <= day && day <= until ? [item] : []))
  const timeless = items.filter((item) => !item.at && isAsked(item))
  const late = (state: AgendaState, title: string) =>
    renderMissed(
      [...days.keys()].filter((item) => states.get(item) === state && isPosted(item)),
      { now, zone: plan.zone, title },
      look,
    )
  const head = `${look.style('bold', 'What goes out')}  ${shortDay(from)} to ${shortDay(until)}, ${plan.zone}`
  const sections = [
    head,
    ...[...Map.groupBy(shown, (item) => days.get(item) as string)].map(([day, own]) =>
      [
        look.style('bold', dayWords(day)) + (isBlackout(day, plan) ? '  nothing goes out on this day' : ''),
        ...own.map((item) => renderItem(item, states.get(item) as AgendaState, plan, look)),
      ].join('\n'),
    ),
    shown.length === 0 ? '  Nothing.' : legend(shown, states, look),
    renderGaps(agenda, shown, look),
    renderVolume(agenda, shown, look),
    renderProblems(agenda, [...shown, ...timeless], states, look),
    late('over', 'Time has passed: before the first export, so nobody knows what went out'),
    late('missed', 'Missed: never handed over, and too late now'),
    renderContacts(agenda, look),
    renderHandovers(agenda, look),
  ]
  return `${sections.filter((section) => section !== '').join('\n\n')}\n`
}

/** `  09:00  linkedin  link  Words that are cut…  212/3,000  new` */
function renderItem(
  item: QueueItem,
  state: AgendaState,
  plan: Calendar['plan'],
  { columns, style }: Look,
): string {
  const time = item.allDay || !item.at ? '' : timeIn(item.at, plan.zone)
  const count = countOf(item, plan)
  const words = sentParts(item).join(' ')
  const fixed = 2 + 5 + 2 + 10 + 1 + 8 + 1 + 1 + 9 + 1 + 7
  const line = [
    `  ${cell(time, 5)} `,
    cell(item.channel, 10),
    cell(item.kind, 8),
    cell(item.parts.length > 1 ? `(${item.parts.length}) ${words}` : words, Math.max(12, columns - fixed)),
    count.text.padStart(9),
  ].join(' ')
  const color = state === 'problem' || state === 'missed' ? 'red' : state === 'changed' ? 'yellow' : 'dim'
  return `${count.isOver ? line.replace(/\S+$/, (text) => style('red', text)) : line} ${style(color, state)}`
}

/** The longest post of an item against what its network takes. */
function countOf({ network, channel, kind, ...item }: QueueItem, plan: Calendar['plan']) {
  const [ceiling] =
    network && kind !== 'activity' ? ceilingsOf(networks[network], 'text', plan.channels[channel]?.limit) : []
  if (!ceiling) return { text: '', isOver: false }
  const count = Math.max(...sentParts(item).map((part) => ceiling.count(part)))
  const limit = ceiling.limit
  return {
    text: `${count}/${limit < 10_000 ? limit : `${Math.floor(limit / 1000)}k`}`,
    isOver: count > limit,
  }
}

function legend(
  shown: readonly QueueItem[],
  states: ReadonlyMap<QueueItem, AgendaState>,
  { style }: Look,
): string {
  const used = new Set(shown.map((item) => states.get(item)))
  return Object.entries(agendaStates)
    .filter(([state]) => used.has(state as AgendaState))
    .map(([state, meaning]) => style('dim', `  ${state.padEnd(8)} ${meaning}`))
    .join('\n')
}

function renderProblems(
  { warnings, placeOf }: Agenda,
  items: readonly QueueItem[],
  states: ReadonlyMap<QueueItem, AgendaState>,
  { style }: Look,
): string {
  const isAhead = (item: QueueItem) => !['out', 'over', 'missed'].includes(states.get(item) as AgendaState)
  const found = items
    .filter(isAhead)
    .flatMap((item) => [
      ...item.problems.map((problem) => ({ item, problem, isError: true })),
      ...(warnings.get(item.id) ?? []).map((problem) => ({ item, problem, isError: false })),
    ])
  const lines = new Map<string, boolean>()
  for (const { item, problem, isError } of found)
    lines.set(renderFault({ ...placeOf(item, problem.field), ...problem }), isError)
  if (lines.size === 0) return ''
  return [
    style('bold', 'In the way, or to think about'),
    ...[...lines]
      .sort(([, a], [, b]) => Number(b) - Number(a))
      .map(
        ([line, isError]) => `  ${isError ? style('red', 'error  ') : style('yellow', 'warning')} ${line}`,
      ),
  ].join('\n')
}
