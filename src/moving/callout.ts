const kinds: Readonly<Record<string, 'tip' | 'note' | 'warning'>> = {
  ...{
    note: 'note',
    info: 'note',
    notice: 'note',
    callout: 'note',
    admonition: 'note',
    hint: 'tip',
    tip: 'tip',
    success: 'tip',
  },
  ...{
    important: 'warning',
    caution: 'warning',
    warning: 'warning',
    danger: 'warning',
    alert: 'warning',
    attention: 'warning',
  },
}

/** How Coldread sets apart what another program calls by a name; undefined where it is no callout. */
export function calloutKind(name: string): 'tip' | 'note' | 'warning' | undefined {
  const lower = name.toLowerCase()
  return Object.hasOwn(kinds, lower) ? kinds[lower] : undefined
}

/** A callout as posts have it; its title becomes its first words. */
export function calloutText(kind: string, title: string | undefined, body: string): string {
  const head = title ? `**${title}**\n\n` : ''
  return `<Callout kind="${kind}">\n\n${head}${body.trim()}\n\n</Callout>`
}
