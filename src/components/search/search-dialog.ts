import { combobox } from './combobox.ts'
import { type SearchBox, searchBox } from './search-box.ts'

/** So many posts fit below the field; all of them stand on the search page. */
const shown = 6

/**
 * Makes the dialog search. On the way to another page it stays open, so that the way back leads to what it found; a press outside
 * closes it.
 */
export function searchDialog(form: HTMLFormElement): SearchBox {
  const box = searchBox(form, 'options', shown)
  const dialog = form.closest('dialog')
  combobox(box)
  dialog?.addEventListener('click', ({ target }) => {
    const link = (target as Element).closest('a')
    const isHere = link?.pathname === location.pathname && link.hash
    if (target === dialog || isHere) dialog.close()
    // A dialog gives the focus back to where it was; a reader who goes on to a passage is no longer there.
    if (isHere) (document.activeElement as HTMLElement | null)?.blur()
  })
  return box
}
