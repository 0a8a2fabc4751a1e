import {
  CodeActionKind,
  type Connection,
  DidChangeWatchedFilesNotification,
  type InitializeParams,
  type Position,
  type Range,
  TextDocumentSyncKind,
  TextDocuments,
} from 'vscode-languageserver'
import { TextDocument } from 'vscode-languageserver-textdocument'
import { type Abilities, type AskedDocument, actionsFor, fixAllAction, reasonCommand } from './actions.ts'
import { type Desk, type LintedDocument, makeDesk } from './desk.ts'
import { diagnosticsOf } from './diagnostics.ts'
import { hoverText } from './hover.ts'

/** Milliseconds without a key pressed after which a text is linted. */
const pause = 150

/**
 * Lints what an editor has open, as it is typed, until the connection ends.
 * @param given the site's root as a URI; otherwise the folder that the editor has open
 * @param now what time it is: an RFC 3339 instant, or a wall clock in the plan's zone
 */
export function serve(connection: Connection, given: string | undefined, now: () => string): void {
  const documents = new TextDocuments(TextDocument)
  let desk: Desk = makeDesk(undefined, now)
  let abilities: Abilities = { versionedEdits: false, createsFiles: false, showsPlaces: false }
  let watchesFiles = false
  let linted = new Map<string, LintedDocument>()
  let versions = new Map<string, number>()
  let timer: NodeJS.Timeout | undefined
  let took = 0

  /** Whatever goes wrong with one text must not end the session. */
  const guarded = <T>(what: () => T, otherwise: T): T => {
    try {
      return what()
    } catch (error) {
      connection.console.error(error instanceof Error ? (error.stack ?? error.message) : String(error))
      return otherwise
    }
  }
  const lintNow = () => {
    clearTimeout(timer)
    timer = undefined
    const start = performance.now()
    const open = documents.all()
    const before = linted
    linted = guarded(() => desk.lint(open), before)
    versions = new Map(open.map(({ uri, version }) => [uri, version]))
    took = performance.now() - start
    for (const [uri, document] of linted) {
      const version = versions.get(uri)
      const diagnostics = diagnosticsOf(document)
      void connection.sendDiagnostics({ uri, ...(version !== undefined && { version }), diagnostics })
    }
    for (const uri of before.keys())
      if (!linted.has(uri)) void connection.sendDiagnostics({ uri, diagnostics: [] })
  }
  const lintSoon = () => {
    clearTimeout(timer)
    timer = setTimeout(lintNow, Math.max(pause, took))
  }
  const refresh = () => {
    guarded(() => desk.refresh(), undefined)
    lintSoon()
  }
  /** A document as it was linted last, which is how it stands now. */
  const currentOf = (uri: string): AskedDocument | undefined => {
    if (timer) lintNow()
    const document = linted.get(uri)
    const version = versions.get(uri)
    return document && version !== undefined ? { ...document, uri, version } : undefined
  }
  const findingsAt = (uri: string, { start, end }: Range) => {
    const current = currentOf(uri)
    const document = documents.get(uri)
    if (!current || !document) return undefined
    const [from, to] = [document.offsetAt(start), document.offsetAt(end)]
    return { current, findings: current.findings.filter((each) => each.start <= to && from <= each.end) }
  }

  connection.onInitialize((params) => {
    desk = makeDesk(given ?? folderOf(params), now)
    abilities = abilitiesOf(params)
    watchesFiles = params.capabilities.workspace?.didChangeWatchedFiles?.dynamicRegistration === true
    return {
      serverInfo: { name: 'coldread' },
      capabilities: {
        textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental, save: true },
        hoverProvider: true,
        codeActionProvider: { codeActionKinds: [CodeActionKind.QuickFix, CodeActionKind.SourceFixAll] },
        executeCommandProvider: { commands: abilities.showsPlaces ? [reasonCommand] : [] },
      },
    }
  })
  connection.onInitialized(() => {
    if (watchesFiles)
      void connection.client.register(DidChangeWatchedFilesNotification.type, {
        watchers: [{ globPattern: '**/content/**' }],
      })
    refresh()
  })
  connection.onDidChangeWatchedFiles(refresh)
  documents.onDidOpen(refresh)
  documents.onDidClose(refresh)
  documents.onDidSave(refresh)
  documents.onDidChangeContent(lintSoon)

  connection.onHover(({ textDocument, position }) =>
    guarded(() => {
      const found = findingsAt(textDocument.uri, { start: position, end: position })
      const value = found && hoverText(found.findings)
      return value === undefined ? null : { contents: { kind: 'markdown' as const, value } }
    }, null),
  )
  connection.onCodeAction(({ textDocument, range, context }) =>
    guarded(() => {
      const found = findingsAt(textDocument.uri, range)
      if (!found) return []
      const { current, findings } = found
      const isAsked = (kind: string) =>
        !context.only || context.only.some((only) => kind === only || kind.startsWith(`${only}.`))
      return [
        ...(isAsked(CodeActionKind.QuickFix) ? actionsFor(findings, current, desk, abilities) : []),
        ...(isAsked(CodeActionKind.SourceFixAll) ? fixAllAction(current, abilities) : []),
      ]
    }, []),
  )
  connection.onExecuteCommand(async ({ command, arguments: [uri, position] = [] }) => {
    if (command !== reasonCommand) return
    const at = position as Position
    await connection.window.showDocument({ uri, takeFocus: true, selection: { start: at, end: at } })
  })
  documents.listen(connection)
  connection.listen()
}

function folderOf({ workspaceFolders, rootUri }: InitializeParams): string | undefined {
  return workspaceFolders?.[0]?.uri ?? rootUri ?? undefined
}

function abilitiesOf({ capabilities: { workspace, window } }: InitializeParams): Abilities {
  return {
    versionedEdits: workspace?.workspaceEdit?.documentChanges === true,
    createsFiles: workspace?.workspaceEdit?.resourceOperations?.includes('create') === true,
    showsPlaces: window?.showDocument?.support === true,
  }
}
