import type { Element, ElementContent } from 'hast'
import { h } from 'hastscript'
import { prose } from '../../../../src/board/parts/prose.ts'
import type { TextCount } from '../../../../src/board/queue/count-item.ts'
import { count } from '../../../../src/board/words.ts'
import { openButton } from '../buttons.ts'
import type { Panel } from '../panel.ts'
import { section } from '../section.ts'
import type { SnippetPreview } from '../snippet-previews.ts'

/** The post's snippets as they would be sent, each with its length and the most that its network takes. */
export function snippetsSection({ snippets, post }: Panel): Element {
  const held = snippets.filter(({ problems }) => problems.some(({ level }) => level === 'error')).length
  const main =
    snippets.length === 0
      ? 'none yet'
      : held > 0
        ? `${held} of ${snippets.length} cannot go out`
        : count(snippets.length, 'snippet')
  return section({ id: 'snippets', title: 'Snippets', main, tone: held > 0 ? 'warn' : undefined }, [
    ...(snippets.length === 0
      ? [h('p', ['Let them be drafted: ', h('code', `npm run coldread -- suggest ${post.slug} --write`)])]
      : []),
    ...snippets.map((snippet) => preview(snippet, post.file)),
  ])
}

function preview(
  { name, kind, when, parts, url, firstComment, image, problems, line, column }: SnippetPreview,
  file: string,
): Element {
  return h('article.snippet', { ariaLabel: `${kind} for ${name}` }, [
    h('p.head', [
      h('strong', name),
      h('span.quiet', `${kind}, ${when}`),
      openButton(file, line, column, `line ${line}`),
    ]),
    ...parts.flatMap((part) => sent(part, url)),
    ...(image ? [h('p.quiet', `Picture ${image.path.split('/').at(-1)}: ${image.alt}`)] : []),
    ...(firstComment ? [h('p.quiet', 'First comment:'), h('p.words', firstComment)] : []),
    ...(problems.length > 0
      ? [
          h(
            'ul',
            problems.map(({ level, what, mend }) =>
              h('li', { dataLevel: level }, [...prose(what), ' — ', ...prose(mend)]),
            ),
          ),
        ]
      : []),
  ])
}

function sent({ words, length }: SnippetPreview['parts'][number], url = ''): ElementContent[] {
  const own = url !== '' && words.endsWith(url) ? words.slice(0, -url.length) : words
  return [
    h('p.words', [own, h('span.quiet', words.slice(own.length))]),
    ...(length ? [lengthLine(length)] : []),
  ]
}

function lengthLine({ count: number, limit, unit }: TextCount): Element {
  const said = `${number.toLocaleString('en')} of ${limit.toLocaleString('en')} ${unit}`
  const isOver = number > limit
  return h('p.length', { className: isOver ? ['warn'] : [] }, [
    h('meter', { value: Math.min(number, limit), max: limit, ariaLabel: 'Length' }),
    isOver ? `${said}, ${(number - limit).toLocaleString('en')} too many` : said,
  ])
}
