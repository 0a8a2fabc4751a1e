import type { Fault } from '../../calendar/fault.ts'
import { list } from '../../calendar/wording.ts'
import type { Said, Source } from '../source.ts'
import { exportLack } from './export-lack.ts'
import { firstRecords, type Row, recordsIn } from './records.ts'

/** Which columns of an export hold what. */
interface Places {
  search?: number
  page?: number
  clicks: number
  impressions: number
  position: number
}

/**
 * A performance export of a search console: what was searched for, or which pages were shown. Google's own files are
 * known by their shape, whatever language their names are in: words, two counts, a percentage, a place.
 */
export const searchConsole: Source = {
  description: 'a search console export',
  on: 'search',
  recognizes: (text) => placesIn(firstRecords(text)) !== undefined,
  read(text, { file }) {
    // No search and no address goes on in a second line.
    const rows = recordsIn(text, 0)
    const [names] = rows
    const places = placesIn(rows)
    const at = (line: number) => ({ file, line, column: 1 })
    if (!places) {
      const { problem: what, mend } = exportLack(names?.cells ?? []) ?? {
        problem: `no export of searches or pages; its columns are ${list((names?.cells ?? []).slice(0, 12))}`,
        mend: 'it needs the search or the page, clicks, impressions and position',
      }
      return { said: [], faults: [{ ...at(names?.line ?? 1), ...(names?.problem ?? { what, mend }) }] }
    }
    const said: Said[] = []
    const faults: Fault[] = []
    for (const row of names?.problem ? rows : rows.slice(1)) {
      const one = row.problem ?? saidBy(row, places)
      if ('text' in one) said.push(one)
      else faults.push({ ...at(row.line), ...one })
    }
    return { said, faults }
  },
}

/** The last day of an export, by its file of clicks a day; undefined where a text is no such file. */
export function lastDayIn(text: string): string | undefined {
  const days = recordsIn(text, 0, 1000)
    .slice(1)
    .map(({ cells }) => cells[0] ?? '')
  if (days.length === 0 || !days.every((day) => /^\d{4}-\d{2}-\d{2}$/.test(day))) return undefined
  return days.sort().at(-1)
}

/** Countries, devices and days have the shape of searches, and are none. English, German, French, Spanish, Italian, Portuguese, Dutch. */
const others =
  /^(countr(y|ies)|land|länder|landen|pays|pa[ií]s(es)?|paes[ei]|devices?|ger[äa]te?|appareils?|dispositiv[oi]s?|appara(at|ten)|dates?|datum|fecha|data|search appearance|darstellung in der suche|apparence .*|aspecto .*|aspetto .*)$/i

function placesIn([names, ...rest]: readonly Row[]): Places | undefined {
  const first = rest.find(({ problem }) => problem === undefined)
  if (!names) return undefined
  const titles = names.cells.map((name) => name.trim())
  const find = (pattern: RegExp) => {
    const index = titles.findIndex((name) => pattern.test(name))
    return index === -1 ? undefined : index
  }
  const search = find(/^(top )?(quer(y|ies)|keywords?|search (terms?|quer(y|ies)))$/i)
  const page = find(/^(top )?(pages?|urls?|landing pages?)$/i)
  const clicks = find(/^clicks$/i)
  const impressions = find(/^impressions$/i)
  const position = find(/position$/i)
  if (clicks !== undefined && impressions !== undefined && position !== undefined) {
    if (search === undefined && page === undefined) return undefined
    return {
      ...(search !== undefined && { search }),
      ...(page !== undefined && { page }),
      ...{ clicks, impressions, position },
    }
  }
  const [words = '', ...figures] = first?.cells ?? []
  const hasShape =
    figures.length === 4 &&
    figures.every((cell, index) => /^[\d.,\s'’]+%?$/.test(cell) && cell.includes('%') === (index === 2))
  if (!hasShape || others.test(titles[0] ?? '') || /^\d{4}-\d{2}-\d{2}$/.test(words)) return undefined
  return { [isAddress(words) ? 'page' : 'search']: 0, clicks: 1, impressions: 2, position: 4 }
}

function saidBy({ line, cells }: Row, places: Places): Said | { what: string; mend: string } {
  const cell = (place: number | undefined) => (place === undefined ? '' : (cells[place] ?? '').trim())
  const [search, page] = [cell(places.search), cell(places.page)]
  const text = search || page
  if (text === '') return { what: 'no search and no page stands here', mend: 'write it, or delete the row' }
  if (places.search === undefined && !isAddress(page))
    return { what: `\`${page.slice(0, 60)}\` is no address of a page`, mend: 'begin with `https://`' }
  const counts = [places.clicks, places.impressions].map((place) => countOf(cell(place)))
  const position = Number(cell(places.position).replace(',', '.'))
  const [clicks = Number.NaN, impressions = Number.NaN] = counts
  if (![clicks, impressions, position].every((number) => Number.isFinite(number)))
    return {
      what: `clicks, impressions and position of \`${text.slice(0, 60)}\` are not all numbers`,
      mend: 'take the row from the export as it was',
    }
  return {
    line,
    text,
    kind: places.search === undefined ? 'page' : 'search',
    ...(isAddress(page) && { url: page }),
    figures: { clicks, impressions, position },
    key: `${text}\n${page}\n${clicks} ${impressions} ${position}`,
  }
}

/** A whole number, with or without marks between its thousands. */
function countOf(written: string): number {
  const digits = written.replace(/(?<=\d)[.,\s'’](?=\d{3}(?:\D|$))/g, '')
  return /^\d+$/.test(digits) ? Number(digits) : Number.NaN
}

function isAddress(text: string): boolean {
  return /^https?:\/\/[^\s/]/i.test(text)
}
