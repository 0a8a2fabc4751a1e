import { escapeHtml } from '../html/escape-html.ts'
import { isRow, type Row, rowsIn, textIn } from './rows.ts'

type Card = (card: Row) => string

/** A picture of a post as HTML. */
const image: Card = (card) => figure(picture(card), textIn(card, 'caption'))

const code: Card = (card) => {
  const language = textIn(card, 'language')
  const text = escapeHtml(textIn(card, 'code') ?? '')
  const shown = `<pre><code${language ? ` class="language-${escapeHtml(language)}"` : ''}>${text}</code></pre>`
  return figure(shown, textIn(card, 'caption'))
}

const bookmark: Card = (card) => {
  const about = isRow(card.metadata) ? card.metadata : card
  const description = textIn(about, 'description')
  const shown = `<p>${anchor(textIn(card, 'url'), textIn(about, 'title'))}${description ? ` ${escapeHtml(description)}` : ''}</p>`
  return figure(shown, textIn(card, 'caption'))
}

const callout: Card = (card) => {
  const sign = textIn(card, 'calloutEmoji')
  return `<blockquote><p>${sign ? `${escapeHtml(sign)} ` : ''}${unwrapped(textIn(card, 'calloutText'))}</p></blockquote>`
}

const toggle: Card = (card) =>
  `<p><strong>${unwrapped(textIn(card, 'heading'))}</strong></p>${textIn(card, 'content') ?? ''}`

const gallery: Card = (card) =>
  `<figure>${rowsIn(card.images)
    .map((each) => figure(picture(each), undefined))
    .join('')}${captionOf(textIn(card, 'caption'))}</figure>`

const file: Card = (card) =>
  figure(
    `<p>${anchor(textIn(card, 'src'), textIn(card, 'title') ?? textIn(card, 'fileTitle') ?? textIn(card, 'fileName'))}</p>`,
    textIn(card, 'caption') ?? textIn(card, 'fileCaption'),
  )

const embed: Card = (card) =>
  figure(`<p>${anchor(textIn(card, 'url'), undefined)}</p>`, textIn(card, 'caption'))

const button: Card = (card) => `<p>${anchor(textIn(card, 'buttonUrl'), textIn(card, 'buttonText'))}</p>`

const raw: Card = (card) => textIn(card, 'html') ?? ''

const product: Card = (card) =>
  `<p><strong>${unwrapped(textIn(card, 'productTitle'))}</strong></p>${textIn(card, 'productDescription') ?? ''}${
    textIn(card, 'productUrl')
      ? `<p>${anchor(textIn(card, 'productUrl'), textIn(card, 'productButton'))}</p>`
      : ''
  }`

const header: Card = (card) =>
  `<h2>${unwrapped(textIn(card, 'header') ?? textIn(card, 'heading'))}</h2><p>${unwrapped(textIn(card, 'subheader') ?? textIn(card, 'subheading'))}</p>`

/** What a card of Ghost's editor says, by its type, as HTML; Markdown is no HTML and is not among them. */
export const cardHtml: Readonly<Record<string, Card>> = {
  image,
  code,
  codeblock: code,
  bookmark,
  callout,
  toggle,
  gallery,
  file,
  audio: file,
  video: file,
  embed,
  button,
  html: raw,
  product,
  header,
  hr: () => '<hr>',
  horizontalrule: () => '<hr>',
  paywall: () => '<!--members-only-->',
}

function picture(card: Row): string {
  const src = textIn(card, 'src')
  const shown = src ? `<img src="${escapeHtml(src)}" alt="${escapeHtml(textIn(card, 'alt') ?? '')}">` : ''
  const href = textIn(card, 'href')
  return href && shown ? `<a href="${escapeHtml(href)}">${shown}</a>` : shown
}

function figure(shown: string, words: string | undefined): string {
  return `<figure>${shown}${captionOf(words)}</figure>`
}

function captionOf(words: string | undefined): string {
  return words ? `<figcaption>${words}</figcaption>` : ''
}

function anchor(address: string | undefined, words: string | undefined): string {
  if (!address) return escapeHtml(words ?? '')
  return `<a href="${escapeHtml(address)}">${escapeHtml(words ?? address)}</a>`
}

/** Words that stand in a sentence, without the paragraph that some versions put around them. */
function unwrapped(html: string | undefined): string {
  return (html ?? '').replace(/^\s*<p[^>]*>([\s\S]*)<\/p>\s*$/i, '$1')
}
