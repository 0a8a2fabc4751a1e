import { z } from 'zod'
import { check } from '../../src/calendar/check.ts'
import type { Fault } from '../../src/calendar/fault.ts'
import type { LintSchemas } from '../../src/calendar/reference.ts'
import { type Goal, goals } from '../../src/calendar/vocabulary.ts'
import type { YamlDocument } from '../../src/calendar/yaml-document.ts'
import { levels } from './finding.ts'
import type { Rule } from './rule.ts'
import { type Settings, settingsOf, type WrittenSettings } from './settings.ts'

/** Rules about what cannot be built: nothing that a plan says makes it so. */
const fixed = new Set(['content-fault', 'mdx-syntax'])

const schemas = new WeakMap<readonly Rule[], ReturnType<typeof makeSchema>>()

/** What `lint` of a plan may say: levels and options by rule, for all texts, for a goal, or for paths. */
export function settingsSchema(rules: readonly Rule[]): ReturnType<typeof makeSchema> {
  const schema = schemas.get(rules) ?? makeSchema(rules)
  schemas.set(rules, schema)
  return schema
}

function makeSchema(rules: readonly Rule[]) {
  // With an id, so that editors are told of all rules once.
  const ofRules = rulesSchema(rules).meta({ id: 'lintRules' })
  return z
    .strictObject({
      brands: z
        .array(z.string().min(1))
        .default([])
        .meta({ description: "Names of your own company and products, beside the site's name" }),
      rules: ofRules.optional().meta({ description: 'Levels and options by rule' }),
      goals: z
        .strictObject(
          Object.fromEntries(
            goals.map((goal) => [
              goal,
              ofRules.optional().meta({ description: `The same for texts whose goal is to ${goal}` }),
            ]),
          ),
        )
        .optional()
        .meta({ description: 'Levels and options for texts with a goal; they count more than `rules`' }),
      paths: z.record(z.string(), ofRules).optional().meta({
        description:
          'Levels and options for files, by pattern, as in `content/posts/2024-*`; they count more than `goals`',
      }),
    })
    .meta({ description: 'What the lint looks for: levels and options of its rules' })
}

/** Levels and options by rule. */
function rulesSchema(rules: readonly Rule[]) {
  return z.strictObject(
    Object.fromEntries(
      rules.filter(({ id }) => !fixed.has(id)).map((rule) => [rule.id, settingSchema(rule).optional()]),
    ),
  )
}

function settingSchema(rule: Rule) {
  const level = z.enum([...levels, 'off'])
  const options = rule.options instanceof z.ZodObject ? rule.options.shape : {}
  const written = Object.fromEntries(
    Object.entries(options as Record<string, z.ZodType>).map(([name, option]) => [
      name,
      bare(option).optional(),
    ]),
  )
  return z.union([level, z.strictObject({ level: level.optional(), ...written })]).meta({
    description: `Flags ${rule.summary}`,
    otherwise:
      typeof rule.level === 'string'
        ? rule.level
        : goals.map((goal) => `${(rule.level as Record<Goal, string>)[goal]} (${goal})`).join(', '),
  })
}

/** An option without its default, which only counts where nothing at all is written. */
function bare(option: z.ZodType): z.ZodType {
  if (!(option instanceof z.ZodDefault)) return option
  const about = { ...option.meta(), default: option.parse(undefined) }
  return (option.unwrap() as z.ZodType).meta(about)
}

/** What `lint.off` of a post may say: rules, each with a reason. */
function offSchema(rules: readonly Rule[]) {
  const reason = z.string().trim().min(1)
  const reasons = rules
    .filter(({ sees }) => sees !== 'lint')
    .map(({ id, summary }) => [
      id,
      reason.optional().meta({ description: `Why this post may go without it. It flags ${summary}` }),
    ])
  const off = z.strictObject(Object.fromEntries(reasons)).meta({ id: 'lintOff' })
  return z
    .strictObject({
      off: z
        .nonoptional(off)
        .meta({ description: 'Rules that do not look at this post, each with a reason' }),
    })
    .meta({ description: 'Exceptions from the lint' })
}

/** What editors and the reference are told of `lint`, where the calendar takes any data. */
export function lintSchemas(rules: readonly Rule[]): LintSchemas {
  return { plan: settingsSchema(rules), post: offSchema(rules), rules: rulesSchema(rules) }
}

/** The settings of a plan, or what is wrong with them. @param plan the plan's own document */
export function readSettings(plan: YamlDocument, rules: readonly Rule[]): Settings | { faults: Fault[] } {
  if (plan.faults.length > 0) return settingsOf({})
  const checked = check(z.looseObject({ lint: settingsSchema(rules).optional() }), plan)
  if ('faults' in checked) return { faults: checked.faults.map(ofFixed) }
  return settingsOf((checked.value.lint ?? {}) as WrittenSettings)
}

/** A rule that is always on is no misspelled field. */
function ofFixed(fault: Fault): Fault {
  const [, rule = ''] = /^there is no field `([a-z-]+)`/.exec(fault.what) ?? []
  if (!fixed.has(rule)) return fault
  const { paste: _, ...rest } = fault
  return {
    ...rest,
    what: `\`${rule}\` cannot be set`,
    mend: 'take it out, and mend what it speaks of: nothing can be built while that is there',
  }
}
