import { expect, it } from 'vitest'
import { isSitePath, plainPath, readFormerPath } from '../../../src/calendar/former-path.ts'
import { isProblem } from '../../../src/calendar/problem.ts'

it.each([
  '/2019/03/why-tea/',
  '/why.html',
  '/p',
  '/новости/чай/',
  '/a.php',
  '/news/2019/a/',
  `/${'a'.repeat(255)}/`,
])('a page was at %s', (path) => expect(readFormerPath(path)).toBe(path))

it.each([
  '',
  '/',
  'a',
  '//a',
  '/a//b',
  '/../a',
  '/a/./b',
  '/a b',
  '/a?b',
  '/a#b',
  '/a*',
  '/:a/',
  '/a%20b',
  '/a\\b',
  '/a.html/b',
  `/${'ж'.repeat(128)}/`,
  '/a\u0000',
])('no page was at %j', (path) => expect(isProblem(readFormerPath(path))).toBe(true))

it.each([
  ['/search/', true],
  ['/search', true],
  ['/feed.xml', true],
  ['/_redirects', true],
  ['/_astro/x.css', true],
  ['/topics/tea/', true],
  ['/topics/tea/2019/', false],
  ['/news/2019/a/', false],
  ['/searching/', false],
  ['/2019/03/a/', false],
])('%s is a path of the site itself: %s', (path, isIt) => expect(isSitePath(path)).toBe(isIt))

it('does not care about the slash at the end', () => expect(plainPath('/a/b/')).toBe(plainPath('/a/b')))
