/** What is being moved. */
export interface Held {
  id: string
  title: string
  kind: string
  file: string
  /** The day that it stands on. */
  day: string
}
/** What became of a move. */
export interface Said {
  /** The entry to go back to. */
  id: string
  text: string
  /** When, in milliseconds. */
  at: number
  undo?: string
}

/** A value that outlives the page, in this tab alone. */
function remembered<T>(name: string) {
  return {
    get: () => JSON.parse(sessionStorage.getItem(name) ?? 'null') as T | null,
    set: (value: T) => sessionStorage.setItem(name, JSON.stringify(value)),
    drop: () => sessionStorage.removeItem(name),
  }
}

/** What is picked up, from page to page. */
export const keptHeld = remembered<Held>('coldread-held')
/** What is still to be said once the page is loaded anew. */
export const keptSaid = remembered<Said>('coldread-said')
