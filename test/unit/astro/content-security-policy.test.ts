import { createHash } from 'node:crypto'
import { expect, it } from 'vitest'
import {
  headerPolicy,
  inlineIn,
  policyOf,
  renderPolicy,
  withPolicy,
} from '../../../plugins/astro/content-security-policy.ts'

const hash = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`
const page = (head: string) =>
  `<!DOCTYPE html><html lang="en"><head><meta charset="utf-8">${head}</head></html>`

it.each<[string, string, string[], string[]]>([
  ['a style', '<style>a{b:c}</style>', [], ['a{b:c}']],
  ['a style with attributes', '<style media="print">a{b:c}\n</style>', [], ['a{b:c}\n']],
  ['a script', '<script type="module">let a = "</p>"</script>', ['let a = "</p>"'], []],
  ['data', '<script type="application/ld+json">{}</script>', [], []],
  ['a script of its own file', '<script type="module" src="/a.js"></script>', [], []],
])('allows %s by its hash, and only that', (_, head, scripts, styles) => {
  const policy = policyOf(inlineIn(page(head)), undefined)
  expect([...(policy.get('script-src') ?? [])]).toEqual([
    "'self'",
    "'wasm-unsafe-eval'",
    ...scripts.map(hash),
  ])
  expect([...(policy.get('style-src') ?? [])]).toEqual(["'self'", ...styles.map(hash)])
  expect(policy.get('default-src')).toEqual(new Set(["'none'"]))
})

it('lets the sign-up form send to its own host only', () => {
  expect(policyOf(inlineIn(''), 'https://lists.example/form?x=1').get('form-action')).toEqual(
    new Set(["'self'", 'https://lists.example']),
  )
})

it('stands before anything that a page loads', () => {
  const html = withPolicy(
    page('<style>a{}</style>'),
    policyOf(inlineIn(page('<style>a{}</style>')), undefined),
  )
  expect(html.indexOf('http-equiv="Content-Security-Policy"')).toBeGreaterThan(0)
  expect(html.indexOf('http-equiv')).toBeLessThan(html.indexOf('<style'))
})

it('sends all that any page allows in one header, and allows no frames', () => {
  const pages = ['<style>a{}</style>', '<style>b{}</style>'].map((head) => inlineIn(page(head)))
  const sent = renderPolicy(headerPolicy(pages, undefined))
  expect(sent).toContain(`style-src 'self' ${[hash('a{}'), hash('b{}')].sort().join(' ')};`)
  expect(sent).toMatch(/frame-ancestors 'none'$/)
})
