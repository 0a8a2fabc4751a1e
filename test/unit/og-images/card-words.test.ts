import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { cardFonts, installedFonts } from '../../../plugins/astro/og-images/card-fonts.ts'
import { cardWords } from '../../../plugins/astro/og-images/card-words.ts'
import { characterMap } from '../../../plugins/astro/og-images/character-map.ts'
import { keyWords } from '../../../plugins/astro/og-images/key-words.ts'
import { splitPieces } from '../../../plugins/astro/og-images/split-pieces.ts'

const fonts = cardFonts()
const words = (title: string, siteName = 'Notes') =>
  cardWords({ title, siteName, host: 'notes.example', marks: 'key words' }, fonts)

describe('the words of a card', () => {
  it.each([
    ['Latin', 'Żółć, ﬁn de siècle — “çà & là” 100 % € ½?'],
    ['Vietnamese', 'Tiếng Việt: một doanh nghiệp nhỏ?'],
    ['Cyrillic', 'Як часто публікувати? Ђорђе, Қазақ'],
    ['Greek', 'Πόσο συχνά;'],
    ['Arabic and Persian', 'كم مرة؟ چند بار؟'],
    ['Japanese', '小さな会社はSNSにどのくらい投稿すべきですか？'],
  ])('are the title in %s', (_, title) => {
    expect(words(title)).toEqual({ heading: title.normalize('NFC'), label: 'Notes', marks: 'key words' })
  })

  it.each([
    ['emoji', 'Is 😀 OK 👍🏽 in posts ❤️?', 'Is OK in posts?'],
    ['control characters and odd spaces', ' a\u0000\u200Bb\u00A0\t c ', 'ab c'],
    ['marks that stand apart', 'cafe\u0301', 'café'],
  ])('leave out or mend %s', (_, title, heading) => {
    expect(words(title).heading).toBe(heading)
  })

  it.each([
    ['a letter that no font has', 'Is ᏣᎳᎩ a language?'],
    ['accents of ancient Greek', 'Τί ἐστιν ᾠδή;'],
    ['one Chinese letter that Japanese lacks', '小企业应该多久发一次帖子？'],
    ['nothing that can be drawn', '😀'],
    ['no letter', '?!'],
  ])('are the name of the site for a title with %s', (_, title) => {
    expect(words(title)).toEqual({ heading: 'Notes', label: 'notes.example', marks: 'all' })
  })

  it('are the host of a site whose name cannot be drawn either', () => {
    expect(words('How?', 'ᏣᎳᎩ')).toEqual({ heading: 'How?', label: 'notes.example', marks: 'key words' })
    expect(words('ᏣᎳᎩ?', 'ᏣᎳᎩ')).toEqual({ heading: 'notes.example', label: undefined, marks: 'all' })
  })
})

describe('key words', () => {
  it.each([
    ['How often should a small business post?', 'small business post?'],
    ['What is social listening and how do you start?', 'social listening'],
    ['How to reply to negative comments on social media', 'negative comments'],
    ['How much of your content should be promotional?', 'promotional?'],
    ['Get new customers or keep old ones: which first?', 'new customers'],
    ['What’s the point, really, of well-known brands?', 'well-known brands?'],
    ['Why?', 'Why?'],
    ['Who are you?', 'Who are you?'],
  ])('of “%s” are “%s”', (title, expected) => {
    const pieces = splitPieces(title)
    const text = (some: typeof pieces) =>
      some
        .map((each) => each.text + (each.isSpaced ? ' ' : ''))
        .join('')
        .trim()
    expect(text(pieces.slice(...keyWords(pieces)))).toBe(expected)
  })
})

describe('fonts', () => {
  it('are asked in order, for what they draw and not for what they claim', () => {
    expect(fonts.facesFor('Aя Ω')?.map(({ name }) => name)).toEqual([
      'roboto-cyrillic',
      'roboto-greek',
      'roboto-latin',
    ])
    const symbols = fonts.facesFor('→')?.[0]
    expect(symbols).toBeDefined()
    // Roboto's list of symbols names emoji; the file has none.
    expect(fonts.facesFor('\u{1F4F7}')).toBeUndefined()
  })

  it('that are not installed are left out', () => {
    const some = installedFonts(['@fontsource/there-is-no-such-font', '@fontsource/roboto'])
    expect(some.version).toMatch(/^@fontsource\/roboto@\d+\.\d+\.\d+$/)
    expect(some.facesFor('a')).toHaveLength(1)
  })

  it('say in their own tables which characters they have', () => {
    const [latin] = fonts.facesFor('a') ?? []
    const map = characterMap(readFileSync(latin?.file ?? ''))
    for (const character of 'azAZ09?é€“”') expect(map.has(character.codePointAt(0) as number)).toBe(true)
    for (const character of 'жΩ小') expect(map.has(character.codePointAt(0) as number)).toBe(false)
    expect(() => characterMap(Buffer.from('no font at all, though long enough to be read'))).toThrow(
      'not a WOFF2 font',
    )
  })
})
