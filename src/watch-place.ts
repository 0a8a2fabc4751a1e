import { existsSync, type FSWatcher, realpathSync, statSync, watch } from 'node:fs'
import { basename, dirname, join } from 'node:path'

/**
 * Watches a file or folder by its name, from the folder that it stands in: many programs save by putting another file
 * in the place of the old.
 * @param onChange hears the path of what changed, as far as it is known, once or several times
 * @returns stops watching
 */
export function watchPlace(place: string, onChange: (path: string) => void): () => void {
  const full = realpathSync(place)
  const isFolder = statSync(full).isDirectory()
  let inside: FSWatcher | undefined
  const watchInside = () => {
    inside?.close()
    inside = undefined
    if (!isFolder || !existsSync(full)) return
    inside = watch(full, { recursive: true }, (_event, name) => onChange(join(place, name ?? '')))
    inside.on('error', () => inside?.close())
  }
  const around = watch(dirname(full), (_event, name) => {
    if (name !== null && name !== basename(full)) return
    watchInside()
    onChange(place)
  })
  watchInside()
  return () => {
    around.close()
    inside?.close()
  }
}
