import type { Look } from '../snippets/agenda/look.ts'
import type { Idea } from './ideas.ts'
import { outcomeWords } from './outcome-words.ts'

/** The most entries of an idea that are quoted. */
const mostQuoted = 3

/**
 * Ideas as text, the most worthwhile first, each with why and what to do.
 * @param top so many at most
 */
export function renderIdeas(ideas: readonly Idea[], top: number, look: Look): string {
  if (ideas.length === 0)
    return 'No ideas yet: nothing was heard that asks for something. Note what people ask: npm run coldread -- heard "…" --on phone'
  const shown = ideas.slice(0, top).map((idea, index) => renderIdea(idea, index + 1, look))
  const more = ideas.length - shown.length
  return [...shown, ...(more > 0 ? [`… and ${more} more: --top ${ideas.length}`] : [])].join('\n\n')
}

function renderIdea(idea: Idea, number: number, { style }: Look): string {
  const { score, outcome, title, entries, parts, why, act, command, matches } = idea
  const others = entries.slice(1, 1 + mostQuoted)
  const rest = entries.length - 1 - others.length
  return [
    `${String(number).padStart(2)}. ${style('bold', outcomeWords[outcome])}  ${title}  ${style('dim', `(${score} of 100)`)}`,
    `    ${why} ${act}`,
    ...(command ? [`      ${style('green', command)}`] : []),
    ...others.map(({ text, on, day }) => `    also  ${clipped(text)} ${style('dim', `(${on}, ${day})`)}`),
    ...(rest > 0 ? [`    also  ${rest} more`] : []),
    ...matches
      .slice(0, outcome === 'merge' ? 2 : 1)
      .map(({ slug, fit, closest, isLive }) =>
        style(
          'dim',
          `    post  ${slug}${isLive ? '' : ' (not live)'}, ${Math.round(fit * 100)} % by “${clipped(closest)}”`,
        ),
      ),
    ...parts.map(({ name, points, most, why }) =>
      style('dim', `    ${`${points}`.padStart(2)} of ${most}  ${name}: ${why}`),
    ),
  ].join('\n')
}

function clipped(text: string): string {
  return text.length <= 90 ? text : `${text.slice(0, 89)}…`
}
