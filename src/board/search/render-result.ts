import type { Element } from 'hast'
import { h } from 'hastscript'
import type { Post } from '../../calendar/post.ts'
import { type ResultPreview, type ShownResult, spaces } from './result-preview.ts'

/** A search result as desktop and phone show it, and what of it is cut off. */
export function renderResult(preview: ResultPreview, { title, lang, description }: Post): Element {
  const one = (name: keyof typeof spaces, words: string) =>
    h('div.result', { className: name }, [
      h('h4', words),
      h(
        'div.scroll',
        { tabIndex: 0, role: 'group', ariaLabel: `Result on a ${words.toLowerCase()}` },
        h('div.result-box', { lang }, [
          h('p.result-address', preview.address),
          h('p.result-title', preview[name].title.text),
          h(
            'p.result-words',
            description === undefined
              ? 'No description, and no answer to take one from.'
              : preview[name].description.text,
          ),
        ]),
      ),
      h('p.quiet', cutWords(title, preview[name], spaces[name])),
    ])
  return h('div.results', [one('desktop', 'Desktop'), one('phone', 'Phone')])
}

/**
 * `Title: 480 of 600 px. Description: cut, 950 of 920 px.`
 * @param title the post's, without the name of the site
 */
export function cutWords(
  title: string,
  shown: ShownResult,
  space: (typeof spaces)[keyof typeof spaces],
): string {
  const words = (name: keyof ShownResult) => {
    const { width, isCut, text } = shown[name]
    const { width: most, lines } = space[name]
    const isWhole = name === 'title' && text.startsWith(title)
    const cut = !isCut ? '' : isWhole ? 'cut in the name of the site, ' : 'cut, '
    return `${cut}${width} of ${lines > 1 ? `${lines} × ` : ''}${most} px`
  }
  return `Title: ${words('title')}. Description: ${words('description')}.`
}
