import { nearest } from '../calendar/nearest.ts'
import { pathFrom, planFile } from '../calendar/sources.ts'
import type { Format, FormatContext, PlanProblem } from './format.ts'
import { ayrshare } from './formats/ayrshare.ts'
import { buffer } from './formats/buffer.ts'
import { csv } from './formats/csv.ts'
import { highlevel } from './formats/highlevel.ts'
import { icalendar } from './formats/icalendar.ts'
import { jsonl } from './formats/jsonl.ts'
import { postiz } from './formats/postiz.ts'
import { publer } from './formats/publer.ts'
import { sproutSocial } from './formats/sprout-social.ts'
import { templateFormat } from './formats/template.ts'

/** The formats that are known, by the name that people choose them by. */
export const formats = {
  buffer,
  publer,
  'sprout-social': sproutSocial,
  highlevel,
  ayrshare,
  postiz,
  csv,
  jsonl,
  icalendar,
} as const satisfies Record<string, Format>

/** One of ours, by its name. */
export function ownFormat(name: string): Format | undefined {
  return Object.hasOwn(formats, name) ? formats[name as keyof typeof formats] : undefined
}

/**
 * The format of a name: one of ours, or a template of the plan's `exports`. Problems, where the plan does not say enough
 * of it; undefined where nobody knows the name.
 * @param read text of a file by its path from the site's root; undefined where there is none
 */
export function openFormat(
  name: string,
  context: FormatContext,
  read: (path: string) => string | undefined,
): Format | PlanProblem[] | undefined {
  const template = Object.hasOwn(context.exports.templates, name)
    ? context.exports.templates[name]
    : undefined
  const format = ownFormat(name)
  if (format) {
    const field = ['exports', 'templates', name]
    if (template)
      return [{ field, what: `\`${name}\` is a format already`, mend: 'give the template another name' }]
    const missing = format.missing?.(context) ?? []
    return missing.length > 0 ? missing : format
  }
  if (!template) return undefined
  if (template.file === undefined) return templateFormat(name, template, undefined)
  const text = read(pathFrom(planFile, template.file) ?? '')
  if (text !== undefined) return templateFormat(name, template, text)
  return [
    {
      field: ['exports', 'templates', name, 'file'],
      what: `there is no file \`${template.file}\` beside the plan`,
      mend: 'download the template from the tool, and save it there',
    },
  ]
}

/** What to say where nobody knows a format of that name. */
export function unknownFormat(name: string, { exports }: Pick<FormatContext, 'exports'>): string {
  const names = [...Object.keys(formats), ...Object.keys(exports.templates)]
  const meant = nearest(name, names)
  const advice = meant
    ? `Did you mean ${meant}?`
    : `There are ${names.join(', ')}; any other tool is a template in the plan's exports.`
  return `There is no format ${name}. ${advice}`
}
