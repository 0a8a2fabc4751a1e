import { describe, expect, it } from 'vitest'
import { excerptOf, wordsOf } from '../../../src/components/search/excerpt.ts'

/** The excerpt of a text in which `[words]` were found, these in brackets again. */
function excerpt(written: string, from = 0, to = Number.POSITIVE_INFINITY) {
  const words = wordsOf(written.replace(/[[\]]/g, ''))
  const found = wordsOf(written).list.flatMap((word, at) => (word.includes('[') ? at : []))
  const { pieces, passage } = excerptOf(words, found, from, Math.min(to, words.list.length))
  const shown = pieces.map(({ text, isMarked }) => (isMarked ? `[${text}]` : text)).join('')
  return { shown: shown.trim(), passage }
}

const filler = 'one two three four five six seven eight nine ten eleven twelve'

describe('excerptOf', () => {
  it('begins with the sentence of what was found', () => {
    const { shown, passage } = excerpt('It was late. Then the [oven] breaks. Nobody came.')
    expect(shown).toBe('Then the [oven] breaks. Nobody came.')
    expect(passage).toBe('Then the oven breaks')
  })

  it('begins shortly before where the sentence is long, and says that it was cut', () => {
    const { shown, passage } = excerpt(`${filler} the [oven] ${filler} ${filler}`)
    expect(shown).toMatch(/^… eleven twelve the \[oven\] one two .*…$/)
    expect(passage).toBe('six seven eight nine ten eleven twelve the oven one two three four five six seven')
  })

  it('keeps punctuation out of marks and the ends of passages', () => {
    const { shown, passage } = excerpt('He asked: “Can you [post] too [often?]” Yes.')
    expect(shown).toBe('He asked: “Can you [post] too [often]?” Yes.'.slice(10))
    expect(passage).toBe('Can you post too often')
  })

  it('takes the place where most different words stand together', () => {
    const { passage } = excerpt(`A [post] here. ${filler}. A [small] [post] wins.`)
    expect(passage).toBe('A small post wins')
  })

  it('stays within its part of the text', () => {
    const { shown, passage } = excerpt('Before it. The [post] is due. After [post] it.', 2, 6)
    expect(shown).toBe('The [post] is due.')
    expect(passage).toBe('The post is due')
  })

  it('takes the first words where nothing was found there', () => {
    expect(excerpt('[Found] before. Only this part.', 2)).toEqual({
      shown: 'Only this part.',
      passage: 'Only this part',
    })
  })

  it('names no passage that may stand in many places', () => {
    expect(excerpt('A table. [Newsletter.] Monthly.').passage).toBeUndefined()
    expect(excerpt('A list. By [post.] More.').passage).toBeUndefined()
  })

  it('reads what Pagefind escaped', () => {
    expect(excerpt('Write &lt;b&gt; for [bold] text.').shown).toBe('Write <b> for [bold] text.')
  })

  it('joins words of scripts without spaces as they stand', () => {
    const { shown, passage } = excerpt(
      '一週間\u200Bに\u200B何回\u200B[投稿]\u200Bする\u200B。\u200B次\u200Bの\u200B話',
    )
    expect(shown).toBe('一週間に何回[投稿]する。次の話')
    expect(passage).toBe('一週間に何回投稿する')
  })
})
