import type { Element, ElementContent } from 'hast'
import type { DropList } from './drop-list.ts'
import { footnoteText } from './footnotes.ts'
import { linkTo } from './links.ts'
import { find, hasClass, isElement, make, propertyOf, textOf } from './parse-html.ts'

type Card = (element: Element, dropped: DropList) => ElementContent[]

const signUp: Card = (_element, dropped) => {
  dropped.add('a sign-up form', 'the plan says where readers subscribe')
  return []
}

/** Blocks of WordPress and cards of Ghost, by their class: what they say in plain elements. */
const byClass: Readonly<Record<string, Card>> = {
  'kg-bookmark-container': (element) => {
    const words = (name: string) => {
      const part = find(element, (each) => hasClass(each, name))
      return part ? textOf(part).trim() : ''
    }
    const description = words('kg-bookmark-description')
    return [
      make('p', [
        linkTo(propertyOf(element, 'href') ?? '', words('kg-bookmark-title')),
        ...(description ? [{ type: 'text' as const, value: ` ${description}` }] : []),
      ]),
    ]
  },
  'kg-callout-card': (element) => {
    const sign = find(element, (each) => hasClass(each, 'kg-callout-emoji'))
    const words = find(element, (each) => hasClass(each, 'kg-callout-text'))
    return [
      make('blockquote', [
        make('p', [
          ...(sign ? [{ type: 'text' as const, value: `${textOf(sign).trim()} ` }] : []),
          ...(words?.children ?? []),
        ]),
      ]),
    ]
  },
  'kg-toggle-heading': (element) => [
    make('p', [make('strong', [{ type: 'text', value: textOf(element).trim() }])]),
  ],
  'kg-signup-card': signUp,
  'kg-email-cta-card': signUp,
  'wp-block-jetpack-subscriptions': signUp,
  'wp-block-file__button': () => [],
  'kg-audio-thumbnail': () => [],
  'kg-audio-player-container': () => [],
  'kg-video-overlay': () => [],
  'kg-video-player-container': () => [],
  'kg-file-card-icon': () => [],
  'screen-reader-text': () => [],
  'x-footnotes': (element) =>
    element.children
      .filter(isElement)
      .map((note) => ({ ...note, tagName: footnoteText, properties: { id: note.properties.id ?? '' } })),
}

/** What a block or card says, as elements that still have to be tidied; undefined where an element is none. */
export function cards(element: Element, dropped: DropList): ElementContent[] | undefined {
  const classes = element.properties.className
  if (!Array.isArray(classes)) return undefined
  const name = classes.find((each) => Object.hasOwn(byClass, each))
  return name === undefined ? undefined : byClass[name]?.(element, dropped)
}
