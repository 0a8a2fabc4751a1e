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

  // A body has a button for each component.
  const text = CMS.getWidget('text')
  CMS.registerWidget(
    'text',
    (props) => {
      const components = props.field.get('components')
      const plain = h(text.control, props)
      return components
        ? h('div', {}, h('p', {}, components.toArray().map(buttonFor(props, h))), plain)
        : plain
    },
    text.preview,
    text.schema,
  )

  CMS.registerEventListener({
    name: 'preSave',
    handler: ({ entry }) => {
      const data = withoutEmpty(entry.get('data'))
      return data.has('snippets') ? data.update('snippets', (channels) => channels.map(shortly)) : data
    },
  })
  CMS.init()
})

/** Makes the button that puts a component around what is chosen in the text. */
function buttonFor({ forID, onChange }, h) {
  return (component) => {
    const { label, before, after } = component.toObject()
    const put = () => {
      const { selectionStart, selectionEnd, value } = document.getElementById(forID)
      const made = before + value.slice(selectionStart, selectionEnd) + after
      const ahead = value.slice(0, selectionStart)
      const behind = value.slice(selectionEnd)
      onChange(/\n$|\/>$/.test(before) ? onOwnLines(ahead, made, behind) : ahead + made + behind)
    }
    return h('button', { key: label, type: 'button', onClick: put, style: { margin: 4 } }, label)
  }
}

/** A block with an empty line before and after it. */
function onOwnLines(ahead, block, behind) {
  return `${[ahead.trimEnd(), block, behind.trim()].filter((part) => part !== '').join('\n\n')}\n`
}

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
