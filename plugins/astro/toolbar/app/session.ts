/** What the panel keeps while a page is loaded anew. */
export interface Session {
  isOpen: boolean
  /** Pixels that it is scrolled by. */
  scroll: number
  /** Which of its parts are open, by id. */
  folds: Readonly<Record<string, boolean>>
  /** What it showed, until the server says what is true now. */
  html: string
}

const key = 'coldread:toolbar'

/** What was kept in this tab; of what another page showed, only whether the panel was open, and its folds. */
export function kept(pathname: string): Session {
  const none = { isOpen: false, scroll: 0, folds: {}, html: '' }
  const written = sessionStorage.getItem(key)
  if (written === null) return none
  const { of, ...session } = { ...none, ...(JSON.parse(written) as Session & { of: string }) }
  return of === pathname ? session : { ...session, scroll: 0, html: '' }
}

/** Keeps it in this tab. */
export function keep(pathname: string, session: Session): void {
  sessionStorage.setItem(key, JSON.stringify({ ...session, of: pathname }))
}
