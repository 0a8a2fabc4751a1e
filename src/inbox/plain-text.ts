import { Parser } from 'htmlparser2'

/** Elements whose content is no text. */
const silent: ReadonlySet<string> = new Set(['script', 'style', 'template', 'noscript', 'title', 'iframe'])
/** Elements that do not part words. */
const inline: ReadonlySet<string> = new Set(
  'a abbr b bdi cite code em font i kbd mark q s small span strong sub sup u wbr'.split(' '),
)
/** Characters that are not seen, or that turn the direction of what follows them; joiners belong to their word. */
const unseen = /(?![\u200c\u200d])[\p{Cc}\p{Cf}]/gu

/** Words as they would be read: without markup, entities and unseen characters, on one line. */
export function plainText(markup: string): string {
  return (/[<&]/.test(markup) ? withoutMarkup(markup) : markup)
    .replace(/[\t\n\v\f\r\u2028\u2029]+/g, ' ')
    .replace(unseen, '')
    .normalize('NFC')
    .replace(/\s+/g, ' ')
    .trim()
}

function withoutMarkup(markup: string): string {
  let text = ''
  let depth = 0
  const parser = new Parser({
    onopentagname(name) {
      if (silent.has(name)) depth++
      else if (!inline.has(name)) text += ' '
    },
    ontext(some) {
      if (depth === 0) text += some
    },
    onclosetag(name) {
      if (silent.has(name)) depth = Math.max(0, depth - 1)
      else if (!inline.has(name)) text += ' '
    },
  })
  parser.end(markup)
  return text
}
