import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { expect, it, onTestFinished } from 'vitest'
import { writeEditorSchemas } from '../../plugins/astro/editor-schemas.ts'
import { readSources } from '../../src/disk.ts'
import { startServer } from '../support/language-client.ts'
import { packageRoot } from '../support/run-coldread.ts'
import { plan, scratchSite } from '../support/scratch-site.ts'

interface Completion {
  items: { label: string }[]
}

it("completes and explains a post's fields through Astro's language server", async () => {
  const text = '---\ntitle: Is it?\npurpose: \ntak\n---\nText.\n'
  const root = scratchSite({ 'content/posts/is-it.mdx': text, 'package.json': '{}', 'tsconfig.json': '{}' })
  writeEditorSchemas(join(root, '.astro'), root, readSources(root))
  const uri = pathToFileURL(join(root, 'content/posts/is-it.mdx')).href
  const folder = { uri: pathToFileURL(root).href, name: 'site' }
  const server = startServer('astro-ls', () => null)
  onTestFinished(() => server.stop())
  await server.request('initialize', {
    processId: process.pid,
    rootUri: folder.uri,
    workspaceFolders: [folder],
    capabilities: { textDocument: { completion: {}, hover: { contentFormat: ['markdown'] } } },
    initializationOptions: {
      typescript: { tsdk: join(packageRoot, 'node_modules/typescript/lib') },
      contentIntellisense: true,
    },
  })
  server.notify('initialized', {})
  server.notify('textDocument/didOpen', { textDocument: { uri, languageId: 'mdx', version: 1, text } })

  const at = (line: number, character: number) => ({ textDocument: { uri }, position: { line, character } })
  const fields = (await server.request('textDocument/completion', at(3, 3))) as Completion
  expect(fields.items.map(({ label }) => label)).toContain('takeaway')
  const words = (await server.request('textDocument/completion', at(2, 9))) as Completion
  expect(words.items.map(({ label }) => label)).toEqual(expect.arrayContaining(['awareness', 'service']))
  expect(JSON.stringify(await server.request('textDocument/hover', at(1, 2)))).toContain(
    'The headline of the page',
  )
})

it('completes and explains the plan through the YAML language server, as the settings of VS Code say', async () => {
  const settings = JSON.parse(readFileSync(join(packageRoot, '.vscode/settings.json'), 'utf8'))
  expect(settings['astro.content-intellisense']).toBe(true)
  const schemas = Object.fromEntries(
    Object.entries(settings['yaml.schemas']).map(([schema, glob]) => [
      pathToFileURL(join(packageRoot, schema)).href,
      glob,
    ]),
  )
  const text = `${plan}relation\n`
  const uri = pathToFileURL(join(packageRoot, 'content/plan.yaml')).href
  const server = startServer('yaml-language-server', (method) =>
    method === 'workspace/configuration'
      ? [{ schemas, hover: true, completion: true }, {}, {}, {}, {}]
      : null,
  )
  onTestFinished(() => server.stop())
  await server.request('initialize', {
    processId: process.pid,
    rootUri: pathToFileURL(packageRoot).href,
    capabilities: { workspace: { configuration: true } },
  })
  server.notify('initialized', {})
  server.notify('workspace/didChangeConfiguration', {
    settings: { yaml: { schemas, hover: true, completion: true } },
  })
  server.notify('textDocument/didOpen', { textDocument: { uri, languageId: 'yaml', version: 1, text } })
  const at = (line: number, character: number) => ({ textDocument: { uri }, position: { line, character } })
  const lastLine = text.split('\n').length - 2
  await expect
    .poll(
      async () =>
        ((await server.request('textDocument/completion', at(lastLine, 8))) as Completion).items.map(
          ({ label }) => label,
        ),
      { timeout: 20_000 },
    )
    .toContain('relationship')
  expect(JSON.stringify(await server.request('textDocument/hover', at(4, 2)))).toContain(
    'Time zone of all times',
  )

  let version = 1
  const inRules = (method: string, typed: string) => {
    const ruled = `${plan}lint:\n  rules:\n${typed}\n`
    version += 1
    server.notify('textDocument/didChange', {
      textDocument: { uri, version },
      contentChanges: [{ text: ruled }],
    })
    return server.request(
      method,
      at(ruled.split('\n').length - 2, typed.length - typed.lastIndexOf('\n') - 1),
    )
  }
  const labels = async (typed: string) =>
    ((await inRules('textDocument/completion', typed)) as Completion).items.map(({ label }) => label)
  expect(await labels('    search-ou')).toContain('search-outline')
  expect(await labels('    promo-hype: ')).toEqual(expect.arrayContaining(['warning', 'suggestion']))
  expect(await labels('    search-title:\n      sh')).toContain('share')
})
