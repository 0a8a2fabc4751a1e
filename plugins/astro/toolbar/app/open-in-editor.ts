/**
 * Asks the dev server to open a file in the editor.
 * @param folder absolute path that files are below; ends in a slash
 * @param place `file:line:column`
 * @returns what to say of it
 */
export function openInEditor(folder: string, place: string): string {
  const base = import.meta.env.BASE_URL.replace(/\/?$/, '/')
  void fetch(`${base}__open-in-editor?file=${encodeURIComponent(folder + place)}`)
  const [file = '', line] = place.split(':')
  return `Your editor opens ${file.split('/').at(-1)} at line ${line}. If it does not, the terminal says why.`
}
