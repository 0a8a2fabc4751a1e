import type { DevToolbarApp } from 'astro'
import { answerWords } from './app/answer-words.ts'
import { markPlaces, markSpot, unmark } from './app/marks.ts'
import { measureAnswer } from './app/measure-answer.ts'
import { openInEditor } from './app/open-in-editor.ts'
import { keep, kept } from './app/session.ts'
import look from './panel.css?inline'
import type { SeenPlace } from './place-of-finding.ts'
import { type Asked, events, type Told } from './wire.ts'

/** The panel beside a page, in Astro's toolbar. It is filled by the dev server, and stays open while the page is loaded anew. */
const app: DevToolbarApp = {
  init(canvas, toolbar, server) {
    const panel = document.createElement('section')
    panel.ariaLabel = 'Coldread'
    panel.className = 'panel'
    const style = document.createElement('style')
    style.textContent = look
    canvas.append(style, panel)
    const { pathname } = location
    const before = kept(pathname)
    let { isOpen } = before
    let contentRoot = ''

    const say = (words: string) => {
      const said = panel.querySelector('.said')
      if (said) said.textContent = words
    }
    const buttons = () => [...panel.querySelectorAll<HTMLButtonElement>('[data-place]')]
    const placeOf = ({ dataset }: HTMLElement) => JSON.parse(dataset.place ?? '{}') as SeenPlace
    const foldsNow = () =>
      Object.fromEntries(
        [...panel.querySelectorAll('details')].map(({ dataset, open }) => [dataset.part ?? '', open]),
      )
    const remember = () =>
      keep(pathname, { isOpen, scroll: panel.scrollTop, folds: foldsNow(), html: panel.innerHTML })
    const measure = async () => {
      const measured = await measureAnswer()
      // A page that is just being made anew has none for a moment.
      if (!measured && document.querySelector('.answer')) return
      const [main, more] = answerWords(measured)
      const [shown, below] = [panel.querySelector('[data-answer]'), panel.querySelector('[data-answer-more]')]
      if (shown) shown.textContent = main
      if (below) below.textContent = more
    }
    const show = (html: string, folds: Readonly<Record<string, boolean>>, scroll: number) => {
      panel.innerHTML = html
      for (const each of panel.querySelectorAll('details'))
        each.open = folds[each.dataset.part ?? ''] ?? each.open
      panel.scrollTop = scroll
      if (!isOpen) return
      markPlaces(buttons().map(placeOf))
      void measure()
    }

    panel.addEventListener('click', ({ target }) => {
      const button = target instanceof Element ? target.closest('button') : null
      if (!button) return
      if (button.dataset.close !== undefined) toolbar.toggleState({ state: false })
      else if (button.dataset.open) say(openInEditor(contentRoot, button.dataset.open))
      else if (button.dataset.place) say(jump(placeOf(button)))
    })
    /** The toolbar's button that opens the panel. */
    const ownButton = () =>
      (canvas.host.getRootNode() as ShadowRoot).querySelector<HTMLElement>('.item[data-app-id="coldread"]')
    const jump = (place: SeenPlace) => {
      if ('preview' in place) {
        const part = panel.querySelector<HTMLDetailsElement>(`[data-part="${place.preview}"]`)
        if (part) part.open = true
        part?.scrollIntoView({ block: 'start' })
        return 'Readers do not meet these words on the page, but here.'
      }
      return 'words' in place && markSpot(place.words)
        ? 'Marked in the text.'
        : 'These words are not on the page; the line number opens them in your editor.'
    }

    toolbar.onToggled(({ state }) => {
      const isByHand = state !== isOpen
      isOpen = state
      if (state) show(panel.innerHTML, foldsNow(), panel.scrollTop)
      else unmark()
      if (isByHand) (state ? panel.querySelector<HTMLElement>('h2') : ownButton())?.focus()
      remember()
    })
    addEventListener('pagehide', remember)
    server.on<Told>(events.tell, (told) => {
      if (told.pathname !== pathname) return
      contentRoot = told.contentRoot
      show(told.html, foldsNow(), panel.scrollTop)
      const level = told.level === 'suggestion' ? 'info' : told.level
      toolbar.toggleNotification(level ? { state: true, level } : { state: false })
    })
    const ask = () => server.send<Asked>(events.ask, { pathname })
    server.on(events.saved, ask)
    show(before.html, before.folds, before.scroll)
    if (isOpen) toolbar.toggleState({ state: true })
    ask()
  },
}

export default app
