/** What stands behind the last slash of a name from elsewhere, which may try to lead out of a folder; undefined where that is nothing. */
export function withoutFolder(name: string | undefined): string | undefined {
  const part = name?.split(/[/\\]/).at(-1)
  return part && !/^\.+$/.test(part) ? part : undefined
}
