import { expect, it } from 'vitest'
import { acronymsOf } from '../../../plugins/lint/acronyms/find-acronyms.ts'
import { isSpelledOut } from '../../../plugins/lint/acronyms/is-spelled-out.ts'
import { isKnownAcronym } from '../../../plugins/lint/acronyms/known-acronyms.ts'
import { longFormAfter, longFormBefore } from '../../../plugins/lint/acronyms/long-form.ts'
import { readFile } from '../../../plugins/lint/text/make-text.ts'
import { Lexicon } from '../../../plugins/lint/words/lexicon.ts'

function read(source: string) {
  return readFile('example.mdx', source, new Lexicon()).text
}

it.each([
  ['CDP', 'load the customer data platform', 'customer data platform'],
  ['SaaS', 'we sell software as a service', 'software as a service'],
  ['HTML', 'in hypertext markup language', 'hypertext markup language'],
  ['SLAs', 'service level agreements', 'service level agreements'],
  ['ABC', 'nothing of the kind', undefined],
  ['ABC', 'ABC', undefined],
])('finds the words of %s in "%s"', (short, before, long) => {
  expect(longFormBefore(short, before)).toBe(long)
})

it.each([
  ['CDP', 'customer data platform, which keeps all', 'customer data platform'],
  ['DoD', 'the Department of Defense is', 'the Department of Defense'],
  ['GTM', 'go-to-market plan', 'go-to-market'],
  ['BTX', 'benzene, toluene, and p-xylene)', 'benzene, toluene, and p-xylene'],
  ['CDP', 'nothing of the kind', undefined],
  ['CDP', 'customer of a kind', undefined],
])('finds the words of %s at the beginning of "%s"', (short, after, long) => {
  expect(longFormAfter(short, after)).toBe(long)
})

it.each([
  ['A customer data platform (CDP) keeps it.', 'CDP', 'customer data platform'],
  ['A [customer data platform (CDP)](/cdp/) keeps it.', 'CDP', 'customer data platform'],
  ['A CDP (customer data platform) keeps it.', 'CDP', 'customer data platform'],
  ['A CDP, or customer data platform, keeps it.', 'CDP', 'customer data platform'],
  ['A CDP is short for customer data platform.', 'CDP', 'customer data platform'],
  ['CDP – customer data platform', 'CDP', 'customer data platform'],
  ['A customer data platform, or CDP, keeps it.', 'CDP', 'customer data platform'],
  ['It keeps much (in a customer data platform, CDP).', 'CDP', 'customer data platform'],
  ['Three customer data platforms ("CDPs") keep it.', 'CDP', 'customer data platforms'],
  ['Business to business (B2B) takes time.', 'B2B', 'Business to business'],
  ['A <abbr title="customer data platform">CDP</abbr> keeps it.', 'CDP', 'customer data platform'],
])('knows that "%s" spells %s out', (source, short, long) => {
  expect(acronymsOf(read(source)).get(short)?.definitions[0]?.long).toBe(long)
})

it.each([
  ['The CDP keeps SLAs, B2B and the DoD.', ['CDP', 'SLA', 'B2B', 'DoD']],
  ['Good E-E-A-T, UI/UX and NSF-PAR.', ['E-E-A-T', 'UI/UX', 'NSF-PAR']],
  ['Do NOT wait, it WILL close. SUBMIT YOUR IDEA NOW', []],
  ['The UH-60 and the A320 and an H5N1 and a Mc Donald, by J. K. Moe.', []],
  ['Ask YouTube, GitHub, USAGov, MySQL and McDaniel.', []],
  ['See https://CDP.example/CDP and `CDP` and @CDP and #CDP.', []],
])('finds the short forms of "%s"', (source, shorts) => {
  expect([...acronymsOf(read(source)).keys()]).toEqual(shorts)
})

it('knows words with capitals for the short form of their first letters', () => {
  const text = read('The Ministry of Small Things wrote to General Widget Makers. A cat did it.')
  expect(['MST', 'MOST', 'GWM', 'MoST', 'ACD'].map((short) => isSpelledOut(short, text))).toEqual([
    true,
    true,
    true,
    true,
    false,
  ])
})

it('knows what nearly everybody knows, and Roman numerals', () => {
  expect(['TV', 'PDF', 'USA', 'IV', 'XIV'].filter((short) => !isKnownAcronym(short))).toEqual([])
  expect(['CDP', 'CX', 'API', 'SEO'].filter(isKnownAcronym)).toEqual([])
})
