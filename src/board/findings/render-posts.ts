import type { Element, ElementContent } from 'hast'
import { h } from 'hastscript'
import { fileAnchor } from '../anchors.ts'
import type { BoardData } from '../board-data.ts'
import { postTitle } from '../parts/post-links.ts'
import type { Said } from '../said.ts'
import { count } from '../words.ts'
import { renderFinding } from './render-finding.ts'
import { rulesInFile } from './rules-in-file.ts'

/** Files whose findings are shown in full: nobody reads on from there. */
const shownFiles = 100

type SaidFile = Said['files'][number]

/** Every file that something is said of, posts by their titles: those with the most errors first, then the most at all. */
export function renderPosts(data: BoardData): ElementContent[] {
  const posts = new Map(data.calendar.posts.map((post) => [post.file, post]))
  const errors = ({ findings }: SaidFile) => findings.filter(({ level }) => level === 'error').length
  const files = data.said.files
    .filter(({ findings }) => findings.length > 0)
    .sort(
      (a, b) => errors(b) - errors(a) || b.findings.length - a.findings.length || (a.file < b.file ? -1 : 1),
    )
  const section = ({ file, findings }: SaidFile): Element => {
    const post = posts.get(file)
    return h('section.said', { id: fileAnchor(file) }, [
      h('h3', [
        post ? postTitle(post, data) : h('a.title', { href: data.hrefs.file(file) }, file),
        ' ',
        h('span.quiet', count(findings.length, 'finding')),
      ]),
      h(
        'ul',
        rulesInFile(findings).map((each) => renderFinding(each, data)),
      ),
    ])
  }
  const rest = files.slice(shownFiles)
  return [
    h('h2', 'By post'),
    ...files.slice(0, shownFiles).map(section),
    ...(rest.length === 0
      ? []
      : [
          h('section.said', [
            h('h3', `and ${count(rest.length, 'more file')}`),
            h('p.quiet', ['Read one by ', h('code', 'npm run lint -- FILE'), '.']),
            h(
              'ul.files',
              rest.map(({ file, findings }) =>
                h('li', { id: fileAnchor(file) }, [
                  h('a', { href: data.hrefs.file(file) }, posts.get(file)?.title ?? file),
                  ' ',
                  h('span.quiet', `${findings.length}: ${rulesOf(findings)}`),
                ]),
              ),
            ),
          ]),
        ]),
  ]
}

function rulesOf(findings: SaidFile['findings']): string {
  return [...new Set(findings.map(({ rule }) => rule))].join(', ')
}
