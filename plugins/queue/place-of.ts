import type { Place } from '../../src/calendar/fault.ts'
import { placeAt } from '../../src/calendar/place-at.ts'
import type { Sources } from '../../src/calendar/sources.ts'
import type { ItemProblem, QueueItem } from '../../src/snippets/queue-item.ts'
import { fieldsOf } from '../lint/text/field-places.ts'

/** Where a value of an item's entry stands in its file. */
export function placeFinder({
  texts,
}: Pick<Sources, 'texts'>): (item: QueueItem, field: ItemProblem['field']) => Place {
  return ({ file, place }, field) => {
    if (place) return { file, ...place }
    return fieldPlace({ texts }, file, field)
  }
}

/** Where the value at a path stands in a file. */
export function fieldPlace(
  { texts }: Pick<Sources, 'texts'>,
  file: string,
  field: ItemProblem['field'],
): Place {
  const text = texts.get(file) ?? ''
  return placeAt(file, text, fieldsOf(file, text).rangeOf(field)[0])
}
