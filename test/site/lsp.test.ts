import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { describe, expect, it, onTestFinished } from 'vitest'
import type { CodeAction, Diagnostic, TextDocumentEdit } from 'vscode-languageserver'
import { TextDocument } from 'vscode-languageserver-textdocument'
import { startServer } from '../support/language-client.ts'
import { packageRoot } from '../support/run-coldread.ts'
import { post, scratchSite } from '../support/scratch-site.ts'

interface Published {
  uri: string
  version?: number
  diagnostics: Diagnostic[]
}

const abilities = {
  workspace: { workspaceEdit: { documentChanges: true, resourceOperations: ['create'] } },
  window: { showDocument: { support: true } },
}

/** A session in a folder, in which documents are opened, changed and asked about. */
async function startSession(
  root: string | null,
  { args = [], capabilities = abilities }: { args?: string[]; capabilities?: object } = {},
) {
  const published = new Map<string, Published>()
  const asked: { method: string; params: unknown }[] = []
  const server = startServer(
    join(packageRoot, 'scripts/coldread.mjs'),
    (method, params) => {
      asked.push({ method, params })
      return { success: true }
    },
    {
      args: ['lsp', '--now', '2027-01-15T09:00:00Z', ...args],
      hear: (method, params) => {
        if (method === 'textDocument/publishDiagnostics')
          published.set((params as Published).uri, params as Published)
      },
    },
  )
  onTestFinished(() => server.stop())
  const rootUri = root === null ? null : pathToFileURL(root).href
  const initialized = await server.request('initialize', { processId: process.pid, rootUri, capabilities })
  server.notify('initialized', {})
  const uriOf = (file: string) => (file.includes(':') ? file : pathToFileURL(join(root ?? '/', file)).href)
  return {
    server,
    initialized,
    asked,
    uriOf,
    isPublished: (file: string) => published.has(uriOf(file)),
    open(file: string, text: string, languageId = 'mdx') {
      server.notify('textDocument/didOpen', {
        textDocument: { uri: uriOf(file), languageId, version: 1, text },
      })
    },
    change(file: string, text: string, version: number) {
      const textDocument = { uri: uriOf(file), version }
      server.notify('textDocument/didChange', { textDocument, contentChanges: [{ text }] })
    },
    /** What is said of a file once it is linted in a version. */
    async diagnostics(file: string, version?: number): Promise<Diagnostic[]> {
      await expect.poll(() => published.get(uriOf(file))?.version, { timeout: 20_000 }).toBe(version)
      await expect.poll(() => published.has(uriOf(file)), { timeout: 20_000 }).toBe(true)
      return published.get(uriOf(file))?.diagnostics ?? []
    },
    async actions(file: string, range: Diagnostic['range'], only?: string[]) {
      return (await server.request('textDocument/codeAction', {
        textDocument: { uri: uriOf(file) },
        range,
        context: { diagnostics: [], ...(only && { only }) },
      })) as CodeAction[]
    },
    hover: (file: string, position: Diagnostic['range']['start']) =>
      server.request('textDocument/hover', { textDocument: { uri: uriOf(file) }, position }),
  }
}

const brief = ({ range: { start, end }, severity, code }: Diagnostic) =>
  `${start.line}:${start.character}-${end.line}:${end.character} ${severity} ${code}`
const hype = (diagnostics: readonly Diagnostic[]) => diagnostics.filter(({ code }) => code === 'promo-hype')

/** A text after an action. */
function done({ edit }: CodeAction, text: string): string {
  const changes = edit?.documentChanges?.flatMap((change) => (change as TextDocumentEdit).edits) ?? []
  const document = TextDocument.create('', '', 0, text)
  return TextDocument.applyEdits(
    document,
    changes.map((change) => ({ range: change.range, newText: 'newText' in change ? change.newText : '' })),
  )
}

const all = { start: { line: 0, character: 0 }, end: { line: 999, character: 0 } }
const titled = (actions: readonly CodeAction[], title: RegExp) =>
  actions.find((action) => title.test(action.title)) as CodeAction

describe('a file outside a site', () => {
  const text = '# 😀\n\n😀 A seamless day, and **a seam&shy;less** night.\r\nSeamless.\n'

  it('is linted while it is typed: places in UTF-16, levels, the page of the rule', async () => {
    const { open, change, diagnostics } = await startSession(scratchSite({}))
    open('notes/a.md', text, 'markdown')
    const [first, again] = hype(await diagnostics('notes/a.md', 1))
    expect(first).toMatchObject({
      range: { start: { line: 2, character: 5 }, end: { line: 2, character: 13 } },
      severity: 2,
      code: 'promo-hype',
      source: 'coldread',
      codeDescription: { href: expect.stringContaining('promo-hype') },
      message: expect.stringContaining('`seamless`'),
    })
    expect(again).toMatchObject({ range: { start: { line: 3, character: 0 } }, severity: 4 })
    change('notes/a.md', 'A calm day.\n', 2)
    expect(hype(await diagnostics('notes/a.md', 2))).toEqual([])
  })

  it('is linted without a folder, without a name, and by the language that the editor says', async () => {
    const { open, diagnostics } = await startSession(null)
    open('untitled:Untitled-1', 'So <Term>seamless</Term>. {/* seamless */}', 'mdx')
    expect(hype(await diagnostics('untitled:Untitled-1', 1)).map(brief)).toEqual(['0:9-0:17 2 promo-hype'])
  })

  it('is left alone where it is no Markdown', async () => {
    const { open, diagnostics, isPublished } = await startSession(scratchSite({}))
    open('a.ts', "'seamless'", 'typescript')
    open('b.md', 'Seamless.', 'markdown')
    await diagnostics('b.md', 1)
    expect(isPublished('a.ts')).toBe(false)
  })

  it('may be broken in any way', async () => {
    const { open, change, diagnostics, hover, actions } = await startSession(scratchSite({}))
    open('a.mdx', '')
    const broken = [
      '<',
      '<a>{',
      '---\na: [\n',
      '\ufeff---\n---',
      '`'.repeat(999),
      '\0\ud800',
      '<A b={',
      '> '.repeat(300),
      '{/*',
    ]
    for (const [index, text] of broken.entries()) {
      change('a.mdx', text, index + 2)
      await diagnostics('a.mdx', index + 2)
      await hover('a.mdx', { line: 0, character: 1 })
      expect(await actions('a.mdx', all)).toBeInstanceOf(Array)
    }
    change('a.mdx', 'Seamless.', 99)
    expect(hype(await diagnostics('a.mdx', 99))).toHaveLength(1)
  })
})

describe('what can be done', () => {
  it('offers the fixes of a finding', async () => {
    const { open, diagnostics, actions } = await startSession(scratchSite({}))
    const text = 'Some seamless days.\n'
    open('a.mdx', text)
    const [found] = hype(await diagnostics('a.mdx', 1))
    const offered = await actions('a.mdx', found?.range as Diagnostic['range'], ['quickfix'])
    const fix = titled(offered, /Leave it out/)
    expect(fix).toMatchObject({ kind: 'quickfix', isPreferred: true, diagnostics: [{ code: 'promo-hype' }] })
    expect(fix.edit?.documentChanges).toMatchObject([{ textDocument: { version: 1 } }])
    expect(done(fix, text)).not.toContain('seamless')
  })

  it('edits by address where an editor knows no versions, and asks for no place where it shows none', async () => {
    const { open, diagnostics, actions, uriOf } = await startSession(scratchSite({}), { capabilities: {} })
    open('a.mdx', 'Some seamless days.\n')
    await diagnostics('a.mdx', 1)
    const offered = await actions('a.mdx', all)
    expect(titled(offered, /Leave it out/).edit).toMatchObject({ changes: { [uriOf('a.mdx')]: [{}] } })
    expect(titled(offered, /Disable/).command).toBeUndefined()
  })

  it('mends at once what is safe to mend, when it is asked to', async () => {
    const { open, diagnostics, actions } = await startSession(scratchSite({}))
    const text = 'A calm day.\n\n{/* coldread disable-next promo-hype -- a quotation */}\nA calm night.\n'
    open('a.mdx', text)
    expect((await diagnostics('a.mdx', 1)).map(({ code }) => code)).toContain('lint-unused')
    const [action, ...more] = await actions('a.mdx', { ...all, end: all.start }, ['source.fixAll'])
    expect(more).toEqual([])
    expect(action?.kind).toBe('source.fixAll')
    expect(done(action as CodeAction, text)).toBe('A calm day.\n\nA calm night.\n')
  })

  it.each([
    [
      'a.mdx',
      'One.\n\nA seamless day.\n',
      'One.\n\n{/* coldread disable-next promo-hype -- WHY */}\nA seamless day.\n',
    ],
    ['a.md', 'A seamless day.\n', '<!-- coldread disable-next promo-hype -- WHY -->\nA seamless day.\n'],
    [
      'a.md',
      '# One\r\n- two\r\n  - seamless\r\n',
      '# One\r\n\r\n<!-- coldread disable-next promo-hype -- WHY -->\r\n- two\r\n  - seamless\r\n',
    ],
    [
      'a.mdx',
      '<KeyPoints>\n\n  > A seamless day.\n\n  It is seamless.\n</KeyPoints>\n',
      '<KeyPoints>\n\n  > A seamless day.\n\n  {/* coldread disable-next promo-hype -- WHY */}\n  It is seamless.\n</KeyPoints>\n',
    ],
  ])('switches a rule off before a block of %s', async (file, text, expected) => {
    const { open, change, diagnostics, actions, server, asked, uriOf } = await startSession(scratchSite({}))
    open(file, text, file.endsWith('x') ? 'mdx' : 'markdown')
    const [found] = hype(await diagnostics(file, 1))
    const action = titled(
      await actions(file, found?.range as Diagnostic['range']),
      /Disable `promo-hype` here, because …/,
    )
    expect(done(action, text)).toBe(expected.replace('WHY', ''))

    await server.request('workspace/executeCommand', action.command)
    const { params } = asked.find(({ method }) => method === 'window/showDocument') as {
      params: { uri: string; selection: Diagnostic['range'] }
    }
    expect(params).toMatchObject({ uri: uriOf(file), takeFocus: true })
    const cursor = { range: params.selection, newText: 'WHY' }
    const filled = TextDocument.applyEdits(TextDocument.create('', '', 0, done(action, text)), [cursor])
    expect(filled).toBe(expected)

    change(file, filled, 2)
    expect((await diagnostics(file, 2)).filter(({ code }) => /promo-hype|lint-/.test(String(code)))).toEqual(
      [],
    )
  })
})

describe('a site', () => {
  const file = 'content/posts/is-it.mdx'
  const seamless = (fields = '') => post('Is a seamless shop real?', 'A body of a few words.', fields)

  it('is linted with its calendar, unsaved text laid over it', async () => {
    const other = post('Is it?').replaceAll('It', 'Rain')
    const root = scratchSite({ [file]: post('Is it?'), 'content/posts/other.mdx': other })
    const { open, change, diagnostics } = await startSession(root)
    open(file, post('Is it?'))
    expect((await diagnostics(file, 1)).map(({ code }) => code)).not.toContain('content-fault')
    change(file, post('Is it?', 'See [this](./gone.mdx).'), 2)
    expect((await diagnostics(file, 2)).map(({ code }) => code)).toContain('content-fault')
    change(file, post('Is it?', 'See [this](./other.mdx), it is seamless.'), 3)
    const found = (await diagnostics(file, 3)).map(({ code }) => code)
    expect(found).toContain('promo-hype')
    expect(found).not.toContain('content-fault')
  })

  it('keeps saying what it knows of the words while the entry cannot be read', async () => {
    const root = scratchSite({ [file]: post('Is it?') })
    const { open, diagnostics } = await startSession(root)
    open(file, post('Is it?', 'A seamless day.', 'purpose: [\n'))
    const codes = (await diagnostics(file, 1)).map(({ code }) => code)
    expect(codes).toContain('content-fault')
    expect(codes).toContain('promo-hype')
  })

  it('says what is wrong with its data files, open or not, until it is mended', async () => {
    const glossary = 'content/glossary.yaml'
    const root = scratchSite({ [file]: post('Is it?'), [glossary]: '- term: CDP\n' })
    const { open, change, diagnostics } = await startSession(root)
    open(file, post('Is it?'))
    expect(await diagnostics(glossary)).toMatchObject([{ severity: 1, code: 'content-fault' }])
    open(glossary, '- term: CDP\n  meaning: It is a list of customers.\n', 'yaml')
    expect(await diagnostics(glossary, 1)).toEqual([])
    change(glossary, '- trem: CDP\n', 2)
    expect(await diagnostics(glossary, 2)).not.toEqual([])
  })

  it.each([
    ['', 'lint:\n  off:\n    promo-hype: WHY\n'],
    [
      'lint:\n  off:\n    promo-cta: so it is\n',
      'lint:\n  off:\n    promo-hype: WHY\n    promo-cta: so it is\n',
    ],
    [
      'lint: { off: { promo-cta: so it is } }\n',
      "lint: { off: { promo-hype: 'WHY', promo-cta: so it is } }\n",
    ],
    ['lint:\n  off: {}\n', "lint:\n  off: { promo-hype: 'WHY' }\n"],
  ])('switches a rule off in the entry for what a field says, beside %j', async (fields, expected) => {
    const { open, diagnostics, actions } = await startSession(scratchSite({ [file]: seamless(fields) }))
    open(file, seamless(fields))
    const [found] = hype(await diagnostics(file, 1))
    const action = titled(await actions(file, found?.range as Diagnostic['range']), /Disable/)
    expect(done(action, seamless(fields))).toBe(seamless(expected.replace('WHY', '')))
  })

  it.each([
    [
      '- term: cadence\n  meaning: It is how often you publish.\n',
      '\n- term: CDP\n  kind: acronym\n  accepted: WHY\n',
    ],
    [undefined, '- term: CDP\n  kind: acronym\n  accepted: WHY\n'],
  ])('accepts a word in a glossary of %j', async (glossary, added) => {
    const text = post('Is it?', 'Ask the CDP.')
    const root = scratchSite({ [file]: text, ...(glossary && { 'content/glossary.yaml': glossary }) })
    const { open, change, diagnostics, actions, server, asked, uriOf } = await startSession(root)
    const ofWord = (some: readonly Diagnostic[]) => some.filter(({ code }) => code === 'jargon-acronym')
    open(file, text)
    const [found] = ofWord(await diagnostics(file, 1))
    const action = titled(await actions(file, found?.range as Diagnostic['range']), /Accept `CDP`/)
    const changes = action.edit?.documentChanges ?? []
    const uri = uriOf('content/glossary.yaml')
    if (!glossary) expect(changes.shift()).toEqual({ kind: 'create', uri })
    expect(changes).toMatchObject([{ textDocument: { uri, version: null } }])
    expect(done(action, glossary ?? '')).toBe((glossary ?? '') + added.replace('WHY', ''))

    await server.request('workspace/executeCommand', action.command)
    const { params } = asked.find(({ method }) => method === 'window/showDocument') as {
      params: { uri: string; selection: Diagnostic['range'] }
    }
    const { selection } = params
    const filled = TextDocument.applyEdits(TextDocument.create('', '', 0, done(action, glossary ?? '')), [
      { range: selection, newText: 'WHY' },
    ])
    expect(filled).toBe((glossary ?? '') + added)
    open('content/glossary.yaml', filled, 'yaml')
    await diagnostics('content/glossary.yaml', 1)
    change(file, `${text}\n`, 2)
    expect(ofWord(await diagnostics(file, 2))).toEqual([])
  })

  it('is where --root says', async () => {
    const root = scratchSite({ [file]: post('Is it?') })
    const { open, diagnostics } = await startSession(null, { args: ['--root', root] })
    const uri = pathToFileURL(join(root, file)).href
    open(uri, post('Is it?', 'See [this](./gone.mdx).'))
    expect((await diagnostics(uri, 1)).map(({ code }) => code)).toContain('content-fault')
  })
})

it('tells what a rule is about where its finding is hovered over', async () => {
  const { open, diagnostics, hover } = await startSession(scratchSite({}))
  open('a.md', 'Some seamless days.\n', 'markdown')
  await diagnostics('a.md', 1)
  expect(await hover('a.md', { line: 0, character: 2 })).toBeNull()
  const { contents } = (await hover('a.md', { line: 0, character: 8 })) as {
    contents: { kind: string; value: string }
  }
  const readme = readFileSync(join(packageRoot, 'plugins/lint/rules/promo-hype/readme.md'), 'utf8')
  const [, paragraph = ''] = readme.split('\n\n')
  expect(contents.kind).toBe('markdown')
  expect(contents.value).toContain(paragraph)
  expect(contents.value).not.toContain('## Flagged')
})

it('ends when it is told to, or when nobody speaks to it any more', async () => {
  const { server } = await startSession(null)
  await server.request('shutdown', null)
  server.notify('exit', null)
  expect(await server.ended).toBe(0)
})
