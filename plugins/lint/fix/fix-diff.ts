import { createTwoFilesPatch, FILE_HEADERS_ONLY } from 'diff'

/** What changes in a file, as a unified diff that `git apply` and `patch -p1` take. */
export function renderDiff(path: string, before: string, after: string): string {
  const name = path.replace(/^\/+/, '')
  return createTwoFilesPatch(`a/${name}`, `b/${name}`, before, after, '', '', {
    headerOptions: FILE_HEADERS_ONLY,
  })
}
