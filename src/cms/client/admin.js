// Stands before Decap CMS, and waits for it. Its values are Immutable's.
window.CMS_MANUAL_INIT = true

window.addEventListener('DOMContentLoaded', () => {
  const { CMS, h } = window
  if (!CMS) {
    document.body.textContent =
      'Decap CMS could not be loaded from unpkg.com: look whether you are online, and whether something blocks it.'
    return
  }
  const noFields = CMS.getEditorComponents().clear()
  const noItems = noFields.toList()

  // Where a post holds the words of a snippet alone, the form shows a list of one.
  const { control, preview, schema } = CMS.getWidget('list')
  const asList = (value) => (typeof value === 'string' ? noItems.push(noFields.set('text', value)) : value)
  CMS.registerWidget('list', (props) => h(control, { ...props, value: asList(props.value) }), preview, schema)

  CMS.registerEventListener({
    name: 'preSave',
    handler: ({ entry }) => {
      const data = withoutEmpty(entry.get('data'))
      return data.has('snippets') ? data.update('snippets', (channels) => channels.map(shortly)) : data
    },
  })
  CMS.init()
})

/** Nothing is written of what was left empty: a field without words would be a fault. */
function withoutEmpty(value) {
  return typeof value?.filterNot === 'function' ? value.map(withoutEmpty).filterNot(isEmpty) : value
}

function isEmpty(value) {
  return value === undefined || value === null || value === '' || value.size === 0
}

/** A snippet of which nothing is said but its words, as people write it. */
function shortly(snippets) {
  const [first] = snippets
  return snippets.size === 1 && first.size === 1 && first.has('text') ? first.get('text') : snippets
}
