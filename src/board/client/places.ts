import type { Held } from './kept.ts'

/** Where something can be put down on a day: the day itself, and slots of its kind. */
export function placesOn(day: HTMLElement, { kind, id }: Held): HTMLElement[] {
  const slots = [...day.querySelectorAll<HTMLElement>('.slot[data-slot]')]
  const channel = kind === 'snippet' ? id.split('/')[1] : undefined
  return [day, ...(kind === 'activity' ? [] : slots.filter(({ dataset }) => dataset.channel === channel))]
}

/** Where something would be put down that is let go over an element. */
export function placeAt(target: EventTarget | null, thing: Held): HTMLElement | undefined {
  const day = (target as Element | null)?.closest<HTMLElement>('.day[data-day]')
  if (!day) return undefined
  return placesOn(day, thing).find((each) => each !== day && each.contains(target as Node)) ?? day
}

/** A place in words. */
export function wordsOf(target: HTMLElement): string {
  const day = target.closest('.day')?.querySelector('h3')?.textContent?.trim() ?? ''
  return target.matches('.slot') ? `${day}, ${target.textContent ?? ''}` : day
}
