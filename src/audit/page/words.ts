import type { ElementContent } from 'hast'
import { h } from 'hastscript'
import { type AuditedPost, nameOf } from '../audited-post.ts'

/** A sentence whose words in backticks are marked, as a reader would with a pen. */
export function marked(sentence: string): ElementContent[] {
  return sentence
    .split('`')
    .map((words, index) => (index % 2 === 1 ? h('mark', h('bdi', words)) : { type: 'text', value: words }))
}

/** A sentence whose words in backticks are names of files. */
export function withFiles(sentence: string): ElementContent[] {
  return sentence
    .split('`')
    .map((words, index) => (index % 2 === 1 ? h('code', words) : { type: 'text', value: words }))
}

/** What a post is called, in its own language and direction. */
export function titleOf(post: Pick<AuditedPost, 'title' | 'file' | 'lang'>): ElementContent {
  const lang =
    /^[a-z]{2,3}(?:-[a-z\d]{2,8})*$/i.test(post.lang) && !/^(?:und|en)\b/i.test(post.lang)
      ? post.lang
      : undefined
  return h('bdi', { lang }, nameOf(post))
}

/** A place in a file. */
export function placeOf(file: string, at?: { line: number }): ElementContent {
  return h('code.place', at ? `${file}:${at.line}` : file)
}
