import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { remark } from 'remark'
import { expect, it } from 'vitest'

const root = fileURLToPath(new URL('../../', import.meta.url))
const { scripts } = JSON.parse(readFileSync(`${root}package.json`, 'utf8')) as {
  scripts: Record<string, string>
}

interface Node {
  type: string
  url?: string
  value?: string
  children?: Node[]
}

function nodesOf(node: Node): Node[] {
  return [node, ...(node.children ?? []).flatMap(nodesOf)]
}

it.each(['README.md', 'CONTRIBUTING.md'])('%s names only files and commands that there are', (file) => {
  const nodes = nodesOf(remark().parse(readFileSync(root + file, 'utf8')) as Node)
  const targets = nodes.flatMap(({ type, url }) =>
    ['link', 'image'].includes(type) && url && !/^https?:/.test(url) ? [url] : [],
  )
  const code = nodes.filter(({ type }) => ['code', 'inlineCode'].includes(type))
  const commands = code.flatMap(({ value = '' }) =>
    [...value.matchAll(/npm (?:run )?([a-z]+)/g)].map((match) => match[1] as string),
  )
  expect(commands.length).toBeGreaterThan(1)
  expect(targets.filter((target) => !existsSync(root + target.replace(/#.*/, '')))).toEqual([])
  expect(commands.filter((name) => !['install', 'pack'].includes(name) && !(name in scripts))).toEqual([])
})
