import { type CodeAction, CodeActionKind, type Diagnostic, type WorkspaceEdit } from 'vscode-languageserver'
import { TextDocument } from 'vscode-languageserver-textdocument'
import { glossaryFile, planFile } from '../../src/calendar/sources.ts'
import type { Edit, Finding } from '../lint/finding.ts'
import { applyFixes } from '../lint/fix/fix.ts'
import { keepsFields } from '../lint/fix/fix-fields.ts'
import { rules } from '../lint/rules.ts'
import { readFile } from '../lint/text/make-text.ts'
import type { Desk, LintedDocument } from './desk.ts'
import { diagnosticsOf } from './diagnostics.ts'
import { acceptingEdit, disablingEdit, type ReasonEdit } from './reason-edits.ts'

/** The command that puts the cursor where a reason is to be written; its arguments are a URI and a position. */
export const reasonCommand = 'coldread.writeReason'

/** A document that actions are asked for. */
export interface AskedDocument extends LintedDocument {
  readonly uri: string
  /** Version of the document that was linted. */
  readonly version: number
}

/** What an editor can do with what it is given. */
export interface Abilities {
  /** Takes edits that name the version of the document that they were made for. */
  readonly versionedEdits: boolean
  /** Makes files that are not there yet. */
  readonly createsFiles: boolean
  /** Can be asked to show a place. */
  readonly showsPlaces: boolean
}

/** What can be done about findings: a fix of theirs, or to switch them off, giving a reason. */
export function actionsFor(
  findings: readonly Finding[],
  document: AskedDocument,
  desk: Desk,
  abilities: Abilities,
): CodeAction[] {
  const edit = (edits: readonly Edit[]) => workspaceEdit(document, edits, abilities)
  return findings.flatMap((finding): CodeAction[] => {
    const diagnostics = diagnosticsOf({ ...document, findings: [finding] })
    const sound = finding.fixes.filter(({ edits }) => keepsFields(finding.file, document.source, edits))
    const fixes = sound.map(({ label, edits }) => ({
      title: label,
      kind: CodeActionKind.QuickFix,
      diagnostics,
      isPreferred: sound.length === 1,
      edit: edit(edits),
    }))
    return [
      ...fixes,
      ...acceptAction(finding, desk, abilities, diagnostics),
      ...disableAction(finding, document, desk, abilities, diagnostics),
    ]
  })
}

/** One action that does every fix which cannot be wrong; none where there is no such fix. */
export function fixAllAction(document: AskedDocument, abilities: Abilities): CodeAction[] {
  const edits = safeEdits(document)
  if (edits.length === 0) return []
  return [
    {
      title: 'Mend all that is safe to mend',
      kind: CodeActionKind.SourceFixAll,
      edit: workspaceEdit(document, edits, abilities),
    },
  ]
}

/** The edits of the safe fixes that can be made together. */
function safeEdits({ source, findings }: LintedDocument): Edit[] {
  return applyFixes(source, findings).applied.flatMap(
    ({ fixes }) => fixes.find(({ isSafe }) => isSafe)?.edits ?? [],
  )
}

/** Rules about words that may stand in a post once the glossary accepts them. */
const ofWords = new Set([
  'jargon-acronym',
  'jargon-acronym-late',
  'jargon-acronym-title',
  'jargon-team-word',
  'jargon-term',
])

function acceptAction(
  { rule, quote }: Finding,
  desk: Desk,
  abilities: Abilities,
  diagnostics: Diagnostic[],
): CodeAction[] {
  const written = desk.textOf(glossaryFile)
  if (!ofWords.has(rule) || desk.textOf(planFile) === undefined) return []
  if (written === undefined && !(abilities.versionedEdits && abilities.createsFiles)) return []
  const glossary = { uri: desk.uriOf(glossaryFile), source: written ?? '', version: null }
  const made = acceptingEdit(quote, glossary.source)
  if (!made) return []
  const edit = workspaceEdit(glossary, [made], abilities)
  if (written === undefined) edit.documentChanges?.unshift({ kind: 'create', uri: glossary.uri })
  return [
    {
      title: `Accept \`${quote}\` in every post, because …`,
      kind: CodeActionKind.QuickFix,
      diagnostics,
      edit,
      ...askReason(glossary, made, abilities),
    },
  ]
}

function disableAction(
  finding: Finding,
  document: AskedDocument,
  { linter }: Desk,
  abilities: Abilities,
  diagnostics: Diagnostic[],
): CodeAction[] {
  const { file, source } = document
  const sees = rules.find(({ id }) => id === finding.rule)?.sees
  if (sees === undefined || sees === 'lint') return []
  const { text } = readFile(file, source, linter.lexicon)
  const made = disablingEdit(finding, text, sees === 'calendar')
  if (!made) return []
  return [
    {
      title: `Disable \`${finding.rule}\` here, because …`,
      kind: CodeActionKind.QuickFix,
      diagnostics,
      edit: workspaceEdit(document, [made], abilities),
      ...askReason(document, made, abilities),
    },
  ]
}

/** A command that leads to the reason of an edit, once that is done. */
function askReason(
  { uri, source }: Pick<AskedDocument, 'uri' | 'source'>,
  { start, end, text, reasonAt }: ReasonEdit,
  { showsPlaces }: Abilities,
): Pick<CodeAction, 'command'> {
  if (!showsPlaces) return {}
  const after = TextDocument.create(uri, '', 0, source.slice(0, start) + text + source.slice(end))
  const position = after.positionAt(start + reasonAt)
  return { command: { title: 'Write the reason', command: reasonCommand, arguments: [uri, position] } }
}

/** Edits of a document as its editor takes them. */
function workspaceEdit(
  { uri, source, version }: Pick<AskedDocument, 'uri' | 'source'> & { version: number | null },
  edits: readonly Edit[],
  { versionedEdits }: Abilities,
): WorkspaceEdit {
  const document = TextDocument.create(uri, '', 0, source)
  const changes = edits.map(({ start, end, text }) => ({
    range: { start: document.positionAt(start), end: document.positionAt(end) },
    newText: text,
  }))
  if (!versionedEdits) return { changes: { [uri]: changes } }
  return { documentChanges: [{ textDocument: { uri, version }, edits: changes }] }
}
