import type { TextDocument } from 'vscode-languageserver-textdocument'

/**
 * A document's path: relative to a folder (its URI, ending in `/`) where it is inside. It ends in `.mdx` or `.md` where
 * the editor alone knows that it is one, as with a file that was never saved.
 */
export function fileNamed(
  { uri, languageId }: Pick<TextDocument, 'uri' | 'languageId'>,
  folder?: string,
): string {
  const whole = decoded(uri)
  const home = folder === undefined ? undefined : decoded(folder)
  const file =
    home !== undefined && whole.startsWith(home) ? whole.slice(home.length) : whole.replace(/^file:\/\//, '')
  if (/\.\w+$/.test(file)) return file
  const ending = { mdx: '.mdx', markdown: '.md' }[languageId]
  return ending ? file + ending : file
}

/** Editors differ in which signs of an address they escape. */
function decoded(uri: string): string {
  try {
    return decodeURIComponent(uri)
  } catch {
    return uri
  }
}
