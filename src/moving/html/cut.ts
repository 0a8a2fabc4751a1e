import type { Element, ElementContent } from 'hast'
import type { DropList } from './drop-list.ts'
import { linkTo, pageOfFrame } from './links.ts'
import { find, propertyOf } from './parse-html.ts'

/** What never stays, and whether that is said. */
const gone: Readonly<Record<string, { why: string } | 'silently'>> = {
  script: { why: 'no script of a post is run' },
  style: { why: 'posts look alike here' },
  form: { why: 'posts are no forms' },
  object: { why: 'what browsers show by themselves stays' },
  embed: { why: 'what browsers show by themselves stays' },
  applet: { why: 'what browsers show by themselves stays' },
  canvas: { why: 'it is drawn by a script' },
  math: { why: 'formulas are not read' },
  svg: { why: 'drawings are files of their own' },
  select: { why: 'posts are no forms' },
  textarea: { why: 'posts are no forms' },
  // What stands here is for browsers without scripts, and there already.
  noscript: 'silently',
  template: 'silently',
  link: 'silently',
  meta: 'silently',
  base: 'silently',
  title: 'silently',
  button: 'silently',
  source: 'silently',
  track: 'silently',
}

/** What is left of an element that cannot stay, as elements that still have to be tidied; undefined where it may stay. */
export function cut(element: Element, dropped: DropList): ElementContent[] | undefined {
  const { tagName } = element
  if (tagName === 'iframe' || tagName === 'frame') return cutFrame(element, dropped)
  if (tagName === 'video' || tagName === 'audio') return cutPlayer(element, dropped)
  if (tagName === 'input') return propertyOf(element, 'type') === 'checkbox' ? undefined : []
  const rule = Object.hasOwn(gone, tagName) ? gone[tagName] : undefined
  if (rule === undefined) return undefined
  if (rule !== 'silently' && !isIcon(element)) dropped.add(nameOf(element), rule.why)
  return []
}

function cutFrame(element: Element, dropped: DropList): ElementContent[] {
  const address = ['src', 'dataSrc', 'dataLazySrc'].map((name) => propertyOf(element, name)).find(Boolean)
  const page = address && pageOfFrame(address)
  dropped.add(
    `a frame${page ? ` of ${new URL(page).hostname}` : ''}`,
    page ? 'a link stands in its place, since pages load nothing of others' : 'pages load nothing of others',
  )
  return page ? [linkTo(page, propertyOf(element, 'title'))] : []
}

function cutPlayer(element: Element, dropped: DropList): ElementContent[] {
  const source = propertyOf(element, 'src') ?? sourceIn(element)
  if (source === undefined) return []
  dropped.add(`a player of ${element.tagName}`, 'a link to the file stands in its place')
  return [linkTo(source)]
}

function sourceIn(element: Element): string | undefined {
  const inner = find(element, ({ tagName, properties }) => tagName === 'source' && Boolean(properties.src))
  return inner && propertyOf(inner, 'src')
}

function nameOf(element: Element): string {
  const source = propertyOf(element, 'src') ?? propertyOf(element, 'data') ?? propertyOf(element, 'action')
  return source ? `<${element.tagName}> of ${source}` : `<${element.tagName}>`
}

/** Small signs in buttons and links, which say nothing. */
function isIcon({ tagName, properties }: Element): boolean {
  return tagName === 'svg' && (properties.ariaHidden === 'true' || Number(properties.width ?? 24) <= 32)
}
