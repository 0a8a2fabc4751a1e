import { describe, expect, it } from 'vitest'
import { findAddresses } from '../../../../plugins/astro/leaks/find-addresses.ts'

const origin = 'https://notes.example'
const known = new Map([
  ['/zebra', 'zebra'],
  ['/news/zebra', 'news'],
  ['/jõgi', 'river'],
  [encodeURI('/jõgi'), 'river'],
])
const find = (text: string) => [...findAddresses(text, origin, known)]

describe('addresses in a text', () => {
  it.each<[string, string, string[]]>([
    ['a link', '<a href="/zebra/">', ['zebra']],
    ['a link to a place', '<a href="/zebra/#why">', ['zebra']],
    ['what stands below', '/zebra/index.html', ['zebra']],
    ['a full address', `{"url":"${origin}/zebra"}`, ['zebra']],
    ['one that is glued to a word', `see${origin}/zebra/`, ['zebra']],
    ['several', '/zebra/ and /news/zebra/', ['zebra', 'news']],
    ['one with letters of its own', 'url(/jõgi/)', ['river']],
    ['one as browsers write it', `"${encodeURI('/jõgi/')}"`, ['river']],
    ['one behind a letter that is none', '😀/zebra/', ['zebra']],
    ['another host', 'https://other.example/zebra/', []],
    ['a longer name', '/zebra-crossing/ /zebras/', []],
    ['a folder below another', '/old/zebra/', []],
    ['one behind a letter', 'a/zebra/ õ/zebra/ 𝒳/zebra/', []],
    ['a tag', '</zebra-tag>', []],
  ])('are found in %s, or not', (_, text, found) => {
    expect(find(text)).toEqual(found)
  })
})
