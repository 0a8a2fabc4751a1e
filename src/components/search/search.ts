import style from '../../styles/search.css?inline'
import { arrowKeys } from './arrow-keys.ts'
import { searchBox } from './search-box.ts'
import { searchDialog } from './search-dialog.ts'
import { searchPage } from './search-page.ts'

// The interface of the search, for every field of a page: loaded when someone uses one.
const sheet = new CSSStyleSheet()
sheet.replaceSync(style)
document.adoptedStyleSheets.push(sheet)

/** So many posts are shown below a field in the middle of a page. */
const shown = 5

for (const form of document.querySelectorAll<HTMLFormElement>('[data-search]')) {
  const { search: kind } = form.dataset
  const box =
    kind === 'popup'
      ? searchDialog(form)
      : kind === 'page'
        ? searchPage(form)
        : searchBox(form, 'page', shown)
  if (kind !== 'popup') arrowKeys(box)
  // What a script wrote there, nobody asked.
  if (box.field.value !== box.field.defaultValue) box.search()
}
