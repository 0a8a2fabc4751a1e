// @ts-check
// Plain JavaScript, since it is shipped as it stands: a bundler would wrap the import of Pagefind in its own loader.

/**
 * @typedef {object} Hit
 * @property {string} url
 * @property {string} excerpt HTML: the words around, the ones that were looked for in `mark`
 * @property {{ title: string, answer?: string }} meta
 */

/**
 * What is used of Pagefind, which a build writes beside the pages.
 * @typedef {object} Pagefind
 * @property {(options: { baseUrl: string }) => Promise<void>} options
 * @property {() => Promise<void>} init
 * @property {(question: string) => Promise<{ results: { data(): Promise<Hit> }[] } | null>} debouncedSearch null when another search began meanwhile
 */

const mostShown = 10

const field = /** @type {HTMLInputElement} */ (document.querySelector('#question'))
const place = /** @type {HTMLElement} */ (document.querySelector('#results'))
const report = /** @type {HTMLElement} */ (place.querySelector('[role=status]'))
const list = /** @type {HTMLElement} */ (place.querySelector('ol'))
const base = place.dataset.base ?? '/'

/** @type {Promise<Pagefind> | undefined} */
let engine

function load() {
  engine ??= import(/* @vite-ignore */ `${base}pagefind/pagefind.js`).then(async (pagefind) => {
    await pagefind.options({ baseUrl: base })
    await pagefind.init()
    return pagefind
  })
  engine.catch(() => {
    engine = undefined
  })
  return engine
}

async function show() {
  const question = field.value.trim()
  if (!question) return put([], '')
  try {
    const pagefind = await load()
    const found = await pagefind.debouncedSearch(question)
    if (!found) return
    const hits = await Promise.all(found.results.slice(0, mostShown).map((result) => result.data()))
    if (field.value.trim() === question) put(hits.map(itemOf), countOf(found.results.length, question))
  } catch {
    put([], 'The search could not be loaded. Try again in a moment, or look through the topics.')
  }
}

/**
 * @param {HTMLElement[]} items
 * @param {string} words
 */
function put(items, words) {
  list.replaceChildren(...items)
  report.textContent = words
}

/**
 * @param {number} results
 * @param {string} question
 */
function countOf(results, question) {
  if (results === 0) return `Nothing found for “${question}”. Try fewer words, or others.`
  if (results === 1) return 'One answer'
  return results > mostShown ? `${results} answers; here are the nearest ${mostShown}` : `${results} answers`
}

/** @param {Hit} hit */
function itemOf({ url, excerpt, meta }) {
  const item = document.createElement('li')
  const link = document.createElement('a')
  link.href = url
  link.textContent = meta.title
  const heading = document.createElement('h2')
  heading.append(link)
  const words = document.createElement('p')
  if (meta.answer) words.textContent = meta.answer
  else words.innerHTML = excerpt
  item.append(heading, words)
  return item
}

field.value = new URLSearchParams(location.search).get('q') ?? ''
field.addEventListener('focus', load, { once: true })
field.addEventListener('input', show)
field.form?.addEventListener('submit', (event) => {
  event.preventDefault()
  history.replaceState(null, '', `?q=${encodeURIComponent(field.value.trim())}`)
  show()
})
show()
