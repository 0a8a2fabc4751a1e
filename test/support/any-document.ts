import fc from 'fast-check'
import type { Phrase } from '../../plugins/lint/find-phrases.ts'
import { rules } from '../../plugins/lint/rules.ts'

/** Words that rules look for, as they may be written. */
const sought = rules.flatMap((rule) =>
  'phrases' in rule && rule.phrases
    ? rule.phrases.map(({ phrase }: Phrase) =>
        phrase
          .split(' ')
          .map((word) => (word.split('|')[0] as string).replace('~', ''))
          .join(' '),
      )
    : [],
)

const plain =
  'a the shop posts every week you your our we us customers answer how to what is 12 3.5% in and with it that page'.split(
    ' ',
  )
const odd = [
  ...['CDP', 'customer data platform (CDP)', 'SLAs', 'IT', 'E-E-A-T', 'B2B', 'GTM, or go to market', 'v4.2'],
  ...[
    '2019',
    'Project Otter',
    'Acme',
    'best',
    'Buy now!',
    'Sign up for free.',
    'click here',
    'as I said above',
  ],
  ...[
    'state-of-the-art',
    'world’s best',
    "don't",
    '😀',
    '👩‍👩‍👧',
    'e\u0301t\u00e9',
    'ﬁnest',
    'straße',
    'İstanbul',
    '𝒜𝒷',
  ],
  ...[
    '\u00a0',
    '\u200b',
    '\u202eright',
    'שלום',
    '日本語。',
    'Ünïcode',
    '&amp;',
    '&#x1F600;',
    '&copy;',
    '\\*',
    '\\_',
  ],
  ...[
    '“we are the best”',
    '"seamless',
    '‘quoted’',
    '…',
    '—',
    '(',
    ')',
    'constructor',
    '__proto__',
    'toString',
  ],
  ...[
    'Dr.',
    'e.g.',
    'U.S.',
    'I',
    '?',
    '!',
    '.',
    '1.',
    '#1',
    '@acme',
    'acme.com',
    'a_b',
    'C:\\x',
    'C++',
    'AT&T',
  ],
]
const word = fc.oneof(
  { weight: 5, arbitrary: fc.constantFrom(...plain) },
  { weight: 3, arbitrary: fc.constantFrom(...odd) },
  ...(sought.length > 0 ? [{ weight: 3, arbitrary: fc.constantFrom(...sought) }] : []),
)

const words = fc.array(word, { minLength: 1, maxLength: 14 }).map((some) => some.join(' '))
const ending = fc.constantFrom('', '.', '.', '?', '!', ':', '…')
const sentence = fc
  .tuple(words, ending, fc.boolean())
  .map(([text, end, isCapital]) => (isCapital ? text.charAt(0).toUpperCase() + text.slice(1) : text) + end)

const span = (text: string) =>
  fc.constantFrom(
    text,
    `**${text}**`,
    `*${text}*`,
    `\`${text.replaceAll('`', '')}\``,
    `[${text.replaceAll(/[[\]]/g, '')}](https://example.com/a?seamless=1 "seamless")`,
    `![${text.replaceAll(/[[\]]/g, '')}](./seamless.png)`,
    `https://example.com/seamless/we ${text}`,
    `~~${text}~~`,
    `${text}[^1]`,
    `${text}  \nnew`,
    `${text}\nnew`,
  )
const inMdx = (text: string) =>
  fc.constantFrom(
    `<Term>${text}</Term>`,
    `<abbr title="${text.replaceAll(/["{}<>&]/g, '')}">CDP</abbr>`,
    `<b>${text}</b><i>${text}</i>`,
    `{/* seamless ${text.replaceAll(/[*/{}]/g, '')} */}`,
    `{'seamless'}`,
    `<br />`,
  )
const inHtml = (text: string) =>
  fc.constantFrom(
    `<b title="seamless">${text}</b>`,
    `<!-- seamless -->`,
    `<https://example.com/seamless>`,
    '{',
    '<3',
  )

const lineOf = (isMdx: boolean) =>
  fc
    .array(
      fc.oneof(
        { weight: 4, arbitrary: sentence },
        { weight: 2, arbitrary: sentence.chain(span) },
        { weight: 1, arbitrary: sentence.chain(isMdx ? inMdx : inHtml) },
      ),
      { minLength: 1, maxLength: 5 },
    )
    .map((parts) => parts.join(' '))

const directive = fc.constantFrom(
  'coldread disable promo-hype -- quoting',
  'coldread disable-next jargon-acronym, promo-cta',
  'coldread enable promo-hype',
  'coldread disabel x -- y',
  'coldread',
  'coldread disable -- ',
)

const blockOf = (isMdx: boolean) => {
  const line = lineOf(isMdx)
  const oneLine = line.map((text) => text.replaceAll('\n', ' '))
  return fc.oneof(
    { weight: 5, arbitrary: line },
    {
      weight: 2,
      arbitrary: fc
        .tuple(fc.integer({ min: 1, max: 6 }), oneLine)
        .map(([depth, text]) => `${'#'.repeat(depth)} ${text}`),
    },
    oneLine.map((text) => `${text}\n===`),
    fc
      .array(oneLine, { minLength: 1, maxLength: 4 })
      .map((items) => items.map((item) => `- ${item}`).join('\n')),
    fc
      .array(oneLine, { minLength: 1, maxLength: 4 })
      .map((items) => items.map((item) => `1. ${item}\n\n   more ${item}`).join('\n')),
    line.map((text) => text.replace(/^/gm, '> ')),
    fc
      .tuple(oneLine, oneLine)
      .map(([a, b]) => `| a | ${a.replaceAll('|', '')} |\n| - | - |\n| b | ${b.replaceAll('|', '')} |`),
    words.map((text) => `\`\`\`js\nseamless('${text}')\n\`\`\``),
    words.map((text) => `~~~\n${text}`.concat('\n~~~')),
    oneLine.map((text) => `[^1]: ${text}`),
    words.map(() => '[seamless]: https://example.com/seamless "seamless"'),
    fc.constantFrom('---', '***', '', '\t', '- [ ] seamless', '    seamless indented'),
    ...(isMdx
      ? [
          line.map((text) => `<KeyPoints>\n\n${text}\n\n</KeyPoints>`),
          words.map(
            (text) => `<Question ask="${text.replaceAll(/["{}<>&\\]/g, '')}">\n\nseamless\n\n</Question>`,
          ),
          words.map(
            (text) =>
              `<Figure src="./a.png" alt="seamless" caption={"${text.replaceAll(/["{}<>\\]/g, '')}"} />`,
          ),
          directive.map((text) => `{/* ${text} */}`),
          fc.constant(`import x from 'seamless'\nexport const seamless = 'seamless'`),
          fc.constant('{seamless && <p>seamless</p>}'),
        ]
      : [
          line.map((text) => `<div>\nseamless\n\n${text}\n\n</div>`),
          directive.map((text) => `<!-- ${text} -->`),
          fc.constant('<pre>seamless\n\nseamless</pre>'),
        ]),
  )
}

/** A file of Markdown or MDX whose blocks are whole: nothing that is added behind them becomes part of them. */
export const anyDocument: fc.Arbitrary<{ file: string; source: string }> = fc.boolean().chain((isMdx) =>
  fc
    .tuple(
      fc.array(blockOf(isMdx), { maxLength: 12 }),
      fc.constantFrom('', '', '---\ntitle: seamless\n---\n', '+++\ntitle = "seamless"\n+++\n', '\ufeff'),
      fc.constantFrom('\n', '\n', '\r\n'),
    )
    .map(([blocks, before, lineEnd]) => ({
      file: isMdx ? 'notes.mdx' : 'notes.md',
      source: (before + blocks.join('\n\n')).replaceAll('\n', lineEnd),
    })),
)

/** Signs that mean something to Markdown, MDX or YAML, in any order. */
export const anyCharacters: fc.Arbitrary<{ file: string; source: string }> = fc
  .tuple(
    fc.constantFrom('notes.mdx', 'notes.md'),
    fc.array(
      fc.oneof(
        fc.constantFrom(
          ...' \n\n\r\t#*_`~[]()<>{}!|-+=:;"\'&\\/@.,?…—“”‘’«»„0123456789aAbBiIsS\ufffc\ufeff\0\u2028',
        ),
        fc.constantFrom(
          '```',
          '---\n',
          '<a>',
          '</a>',
          '<!--',
          '-->',
          '{/*',
          '*/}',
          '&amp;',
          '![',
          '](',
          '\r\n',
        ),
        word,
        fc.string({ unit: 'binary', maxLength: 4 }),
      ),
      { maxLength: 60 },
    ),
  )
  .map(([file, parts]) => ({ file, source: parts.join('') }))
