// Moves entries of the calendar to another day or slot: by dragging, or picked up by a button and put down by keys or
// a click. The server decides whether a move may be made, and says why not.
import { type Held, keptHeld, keptSaid, type Said } from './kept.ts'
import { bar, button, hush, say } from './move-bar.ts'
import { placeAt, placesOn, wordsOf } from './places.ts'

const key = JSON.parse(document.getElementById('move-door')?.textContent ?? '{}') as {
  token: string
  shown: Record<string, string>
}
const entries = [...document.querySelectorAll<HTMLElement>('.entry[data-id]')]
const days = [...document.querySelectorAll<HTMLElement>('.day[data-day]')]
/** A page that is loaded anew later has nothing to say of a move, in milliseconds. */
const recent = 30_000
const last = keptSaid.get()
const said = last && Date.now() - last.at < recent ? last : undefined
let held: Held | undefined
let place: HTMLElement | undefined

function heldOf({ dataset }: HTMLElement, title: string): Held {
  const { id = '', kind = '', file = '', day = '' } = dataset
  return { id, kind, file, day, title }
}

const titleOf = (entry: HTMLElement) => entry.querySelector('.title')?.textContent ?? ''
const buttonOf = (id: string) =>
  entries.find(({ dataset }) => dataset.id === id)?.querySelector<HTMLElement>('.move')

function mark(next: HTMLElement | undefined): void {
  place?.classList.remove('put-here')
  place = next
  place?.classList.add('put-here')
}

function pickUp(thing: Held): void {
  held = thing
  keptHeld.set(thing)
  document.body.classList.add('moving')
  const day =
    days.find(({ dataset }) => dataset.day === thing.day) ??
    days.find(({ classList }) => !classList.contains('outside'))
  mark(day)
  day?.scrollIntoView({ block: 'nearest' })
  sayPlace(
    `Moving “${thing.title}”. `,
    day?.dataset.day === thing.day ? `It stands at ${wordsOf(day)}` : undefined,
  )
}

const hint = document.createElement('p')
hint.className = 'hint'
hint.textContent = matchMedia('(hover: hover)').matches
  ? 'Arrow keys choose a day, Tab one of its slots, Page Up and Page Down another page. Enter puts it there, Escape leaves it. Or click a day.'
  : 'Touch the day that it goes to, or one of its slots.'

function sayPlace(before = '', instead?: string): void {
  say(before + (instead ?? (place ? `To ${wordsOf(place)}` : '')), false, hint, button('Leave it', letGo))
}

function letGo(): void {
  const id = held?.id ?? ''
  held = undefined
  keptHeld.drop()
  mark(undefined)
  document.body.classList.remove('moving')
  hush()
  buttonOf(id)?.focus()
}

async function ask(id: string, body: object): Promise<void> {
  try {
    const response = await fetch('../move', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', 'X-Coldread-Token': key.token },
      body: JSON.stringify(body),
    })
    const { said, undo, refused } = (await response.json()) as {
      said?: string
      undo?: string
      refused?: string
    }
    if (said === undefined) return say(refused ?? 'The server does not say why.', true, button('Close', hush))
    keptSaid.set({ id, text: said, at: Date.now(), ...(undo && { undo }) })
    say(said)
    // The page is loaded anew after the save; where nothing was written it is not.
    setTimeout(() => location.reload(), 1500)
  } catch {
    say('The server does not answer. Is `npm run dev` still running?', true, button('Close', hush))
  }
}

function putDown(thing: Held, target: HTMLElement | undefined): void {
  letGo()
  const day = target?.closest<HTMLElement>('.day')?.dataset.day
  if (target === undefined || day === undefined) return
  const time = target.dataset.slot?.slice(11)
  if (day === thing.day && time === undefined) return
  void ask(thing.id, { name: thing.id, day, ...(time && { time }), shown: key.shown[thing.file] ?? '' })
}

for (const entry of entries) {
  if (entry.dataset.movable === undefined) continue
  const title = titleOf(entry)
  const pick = button('Move', () => pickUp(heldOf(entry, title)))
  pick.className = 'move'
  pick.setAttribute('aria-label', `Move “${title}”`)
  entry.querySelector('.entry-head')?.append(pick)
  entry.draggable = true
  for (const link of entry.querySelectorAll('a')) link.draggable = false
  entry.addEventListener('dragstart', (event) => {
    letGo()
    held = heldOf(entry, title)
    event.dataTransfer?.setData('text/plain', title)
    if (event.dataTransfer) event.dataTransfer.effectAllowed = 'move'
    document.body.classList.add('moving')
  })
  entry.addEventListener('dragend', () => {
    held = undefined
    mark(undefined)
    document.body.classList.remove('moving')
  })
}

addEventListener('dragover', (event) => {
  const target = held && placeAt(event.target, held)
  mark(target)
  if (target) event.preventDefault()
})
addEventListener('drop', (event) => {
  const target = held && placeAt(event.target, held)
  if (!held || !target) return
  event.preventDefault()
  putDown(held, target)
})
addEventListener('click', (event) => {
  if (!held || bar.contains(event.target as Node) || (event.target as Element).closest('.move')) return
  const target = placeAt(event.target, held)
  if (!target) return
  event.preventDefault()
  putDown(held, target)
})

const steps: Record<string, number> = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -7, ArrowDown: 7 }

addEventListener('keydown', (event) => {
  if (!held) {
    if (event.key === 'z' && (event.ctrlKey || event.metaKey) && said?.undo) takeBack(said)
    return
  }
  const on = place?.closest<HTMLElement>('.day') ?? days[0]
  const index = on ? days.indexOf(on) : -1
  if (event.key === 'Escape') letGo()
  else if (event.key === 'Enter' || event.key === ' ') putDown(held, place)
  else if (event.key in steps) {
    const next = days[index + (steps[event.key] ?? 0)]
    if (next) mark(next)
    sayPlace('', next ? undefined : 'That day is on another page: Page Up or Page Down.')
  } else if (event.key === 'Tab' && on) {
    const places = placesOn(on, held)
    const step = event.shiftKey ? -1 : 1
    mark(places.at((places.indexOf(place ?? on) + step) % places.length))
    sayPlace('', places.length > 1 ? undefined : `${wordsOf(on)} has no slot for this.`)
  } else if (event.key === 'PageUp' || event.key === 'PageDown') {
    const rel = event.key === 'PageUp' ? 'prev' : 'next'
    document.querySelector<HTMLAnchorElement>(`.period a[rel="${rel}"]`)?.click()
  } else return
  event.preventDefault()
  place?.scrollIntoView({ block: 'nearest' })
})

function takeBack({ id, undo }: Said): void {
  keptSaid.drop()
  void ask(id, { undo })
}

const stillHeld = keptHeld.get()
if (said) {
  if (document.activeElement === document.body) buttonOf(said.id)?.focus()
  const close = button('Close', () => {
    keptSaid.drop()
    hush()
  })
  say(said.text, false, ...(said.undo ? [button('Undo', () => takeBack(said))] : []), close)
}
if (stillHeld) pickUp(stillHeld)
