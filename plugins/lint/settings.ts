import { matchesGlob } from 'node:path'
import { z } from 'zod'
import { check } from '../../src/calendar/check.ts'
import type { Fault } from '../../src/calendar/fault.ts'
import { type Goal, goals } from '../../src/calendar/vocabulary.ts'
import type { YamlDocument } from '../../src/calendar/yaml-document.ts'
import { type Level, levels } from './finding.ts'
import type { Rule } from './rule.ts'

/** How a rule is set for a text. */
export interface Setting {
  readonly level: Level | 'off'
  readonly options: unknown
  /** Where in the plan's `lint` the level stands, as in `['goals', 'retain']`; undefined where it is the rule's own. */
  readonly levelFrom?: readonly string[]
}

/** How rules are set: which level and options a rule has for a goal and a path. */
export interface Settings {
  /** What the team sells and how it calls itself, beside the site's name. */
  readonly brands: readonly string[]
  of(rule: Rule, goal: Goal, file: string): Setting
}

type Written = Readonly<Record<string, unknown>>

/** What `lint` of a plan may say: levels and options by rule, for all texts, for a goal, or for paths. */
export function settingsSchema(rules: readonly Rule[]) {
  const ofRules = z.strictObject(
    Object.fromEntries(rules.map((rule) => [rule.id, settingSchema(rule).optional()])),
  )
  return z.strictObject({
    brands: z
      .array(z.string().min(1))
      .default([])
      .meta({ description: "Names of your own company and products, beside the site's name" }),
    rules: ofRules.optional().meta({ description: 'Levels and options by rule' }),
    goals: z
      .strictObject(Object.fromEntries(goals.map((goal) => [goal, ofRules.optional()])))
      .optional()
      .meta({ description: 'The same for texts with a goal' }),
    paths: z
      .record(z.string(), ofRules)
      .optional()
      .meta({ description: 'The same for files, by pattern, as in `content/posts/2024-*`' }),
  })
}

function settingSchema(rule: Rule) {
  const level = z.enum([...levels, 'off']).meta({ description: `Level of \`${rule.id}\`: ${rule.summary}` })
  const options = rule.options instanceof z.ZodObject ? rule.options.shape : {}
  const written = Object.fromEntries(
    Object.entries(options as Record<string, z.ZodType>).map(([name, option]) => [
      name,
      bare(option).optional(),
    ]),
  )
  return z.union([level, z.strictObject({ level: level.optional(), ...written })])
}

/** An option without its default, which only counts where nothing at all is written. */
function bare(option: z.ZodType): z.ZodType {
  const description = option.meta()?.description
  const inner = option instanceof z.ZodDefault ? (option.unwrap() as z.ZodType) : option
  return description ? inner.meta({ description }) : inner
}

/** The settings of a plan, or what is wrong with them. @param plan the plan's own document */
export function readSettings(plan: YamlDocument, rules: readonly Rule[]): Settings | { faults: Fault[] } {
  const value = (plan.value as { lint?: unknown } | undefined)?.lint ?? {}
  const inLint: YamlDocument = {
    value,
    faults: [],
    placeOf: (path) => plan.placeOf(['lint', ...path]),
    rangeOf: (path) => plan.rangeOf(['lint', ...path]),
    placeOfKey: (path) => plan.placeOfKey(['lint', ...path]),
  }
  const checked = check(settingsSchema(rules), inLint)
  return 'faults' in checked ? checked : settingsOf(checked.value as WrittenSettings)
}

interface WrittenSettings {
  brands?: readonly string[]
  rules?: Written
  goals?: Partial<Record<Goal, Written>>
  paths?: Readonly<Record<string, Written>>
}

/** Settings from plain data that was checked; `{}` is how every rule is by itself. What stands later wins: rules, goals, paths. */
export function settingsOf({ brands = [], rules = {}, goals = {}, paths = {} }: WrittenSettings): Settings {
  const patterns = Object.keys(paths)
  const known = new Map<string, Setting>()
  return {
    brands,
    of(rule, goal, file) {
      const matching = patterns.filter((pattern) => matchesGlob(file, pattern))
      const key = [rule.id, goal, ...matching].join(' ')
      const setting =
        known.get(key) ??
        mergeSettings(rule, goal, [
          { at: ['rules'], written: rules },
          { at: ['goals', goal], written: goals[goal] ?? {} },
          ...matching.map((each) => ({ at: ['paths', each], written: paths[each] ?? {} })),
        ])
      known.set(key, setting)
      return setting
    },
  }
}

function mergeSettings(
  rule: Rule,
  goal: Goal,
  layers: readonly { at: readonly string[]; written: Written }[],
): Setting {
  let levelFrom: readonly string[] | undefined
  let level = typeof rule.level === 'string' ? rule.level : rule.level[goal]
  let options: Record<string, unknown> = {}
  for (const { at, written } of layers) {
    const ofRule = written[rule.id]
    const isLevel = typeof ofRule === 'string'
    if (!isLevel && (typeof ofRule !== 'object' || ofRule === null)) continue
    const { level: set, ...rest } = (isLevel ? { level: ofRule } : ofRule) as { level?: Level | 'off' }
    options = { ...options, ...rest }
    if (set === undefined) continue
    level = set
    levelFrom = at
  }
  return { level, options: rule.options ? rule.options.parse(options) : {}, ...(levelFrom && { levelFrom }) }
}
