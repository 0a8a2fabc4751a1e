import { nearest } from './nearest.ts'
import { list, pasteOf } from './wording.ts'

/** Steps from the top of a document to a value. */
export type Path = readonly PropertyKey[]

/** Notes a fault of what stands at a path in one file. */
export type Report = (path: Path, what: string, mend: string, paste?: string) => void

/** A kind of things that entries refer to by name. */
export interface Kind {
  /** How to say that a name is not among those. */
  none: string
  /** Where to add one. */
  home: string
}

export const thePerson: Kind = { none: '`authors.yaml` has no', home: 'add it to `content/authors.yaml`' }
export const theChannel: Kind = { none: 'the plan has no channel', home: 'add it to `content/plan.yaml`' }
export const theTopic: Kind = { none: 'the plan has no topic', home: 'add it to `content/plan.yaml`' }
export const theSeries: Kind = { none: 'the plan has no series', home: 'add it to `content/plan.yaml`' }
export const theAudience: Kind = { none: 'the plan has no audience', home: 'add it to `content/plan.yaml`' }
export const thePost: Kind = {
  none: 'there is no post',
  home: "write the name of a post's file, without `.mdx`",
}

/** As many names as one can take in. */
const mostChoices = 12

/** Reports a name that is none of `all`; when `all` is not known, nothing is said. */
export function known(
  report: Report,
  path: Path,
  { none, home }: Kind,
  name: string,
  all: readonly string[] | undefined,
): void {
  if (!all || all.includes(name)) return
  const meant = nearest(name, all)
  const choices = all.length > 0 && all.length <= mostChoices ? `choose from ${list(all)}, or ` : ''
  const field = path.at(-1)
  report(
    path,
    `${none} \`${name}\``,
    meant ? `did you mean \`${meant}\`?` : choices + home,
    meant && typeof field === 'string' && field !== name ? pasteOf(field, meant).paste : undefined,
  )
}
