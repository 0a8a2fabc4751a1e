import { join } from 'node:path'
import { expect, it } from 'vitest'
import { ownFailure } from '../../../plugins/astro/own-failure.ts'
import { packageRoot } from '../../../plugins/astro/package-root.ts'

const project = join(packageRoot, '../blog')

it.each([
  [
    'calls of programs',
    `Unexpected token\n    at compile (file:///blog/node_modules/astro/compile.js:61:3)\n    at async plugin (node:vm:1:1)`,
    'Unexpected token',
  ],
  ['colors', "\u001B[31mCould not resolve\u001B[0m './a.astro'", "Could not resolve './a.astro'"],
  ['paths of the machine', `${project}/src/pages/a.astro:3:0`, 'src/pages/a.astro:3:0'],
  ['paths from the package', '../blog/src/pages/a.astro:3:0', 'src/pages/a.astro:3:0'],
])('leaves out %s', (_what, message, said) => {
  const { message: told } = ownFailure(new Error(message), project)
  expect(told.split('\n')[0]).toBe(`Astro could not build the site: ${said}`)
})

it('keeps words that only look like calls', () => {
  expect(ownFailure(new Error('Look\n  at the door'), project).message).toContain('  at the door')
})
