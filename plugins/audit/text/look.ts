import { visible, widthOf, wrap } from '../../lint/reporters/terminal-text.ts'

/** How text looks where it is shown. */
export interface Look {
  /** How wide lines may be. */
  columns: number
  /** Stands before places, so that they can be opened from where the person is: `blog/`. */
  from: string
  style(format: 'bold' | 'dim' | 'green', text: string): string
}

/** So many entries of a list are shown; the page and JSON have all. */
export const shown = 6

/** A row of a list: what kind, which one, where it stands, and what is said of it. */
export interface Row {
  what: string
  which: string
  where: string
  said?: string
}

const lead = 15

/** A heading with what belongs to it at the right. */
export function heading(words: string, beside: string, { columns, style }: Look): string[] {
  if (beside === '') return [style('bold', words), '']
  const space = columns - widthOf(words) - widthOf(beside)
  return [`${style('bold', words)}${space < 2 ? '  ' : ' '.repeat(space)}${style('dim', beside)}`, '']
}

/** The first rows of a list, their places in a column; below each row where they do not fit. */
export function listed(rows: readonly Row[], look: Look): string[] {
  const first = rows.slice(0, shown).map((row) => ({
    ...row,
    which: visible(row.which),
    where: visible(row.where),
  }))
  const room = look.columns - lead
  const wide = Math.max(...first.map(({ which }) => widthOf(which)))
  const isOne = first.every(({ where }) => wide + 2 + widthOf(where) <= room)
  return [
    ...first.flatMap(({ what, which, where, said }) => {
      const head = `${look.style('dim', visible(what).padStart(lead - 2))}  `
      const place = look.style('dim', where)
      return [
        ...(isOne
          ? [`${head}${which}${' '.repeat(wide + 2 - widthOf(which))}${place}`]
          : [`${head}${cutTo(which, room)}`, `${' '.repeat(lead)}${place}`]),
        ...(said ? indented(said, lead, look) : []),
      ]
    }),
    ...andMore(rows.length - shown, look),
  ]
}

/** Words of a paragraph, so far in. */
export function indented(words: string, columns: number, look: Look): string[] {
  return wrap(visible(words), Math.max(20, look.columns - columns)).map((line) => ' '.repeat(columns) + line)
}

/** What is left out of a list. */
export function andMore(rest: number, look: Look): string[] {
  return rest > 0
    ? [`${' '.repeat(lead)}${look.style('dim', `and ${new Intl.NumberFormat('en').format(rest)} more`)}`]
    : []
}

/** The beginning of words, in so many columns. */
export function cutTo(words: string, columns: number): string {
  const line = visible(words)
  return widthOf(line) <= columns ? line : `${wrap(line, columns - 1)[0]}…`
}

/** A place as editors open it. */
export function placeOf(file: string, at: { line: number } | undefined, { from }: Look): string {
  return at ? `${from}${file}:${at.line}` : from + file
}

/** Numbers as small bars; none is a dot. */
export function sparks(numbers: readonly number[]): string {
  const most = Math.max(...numbers, 1)
  return numbers.map((each) => (each === 0 ? '·' : '▁▂▃▄▅▆▇█'[Math.ceil((each / most) * 8) - 1])).join('')
}
