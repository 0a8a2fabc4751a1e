import { matchesGlob } from 'node:path'
import type { Goal } from '../../src/calendar/vocabulary.ts'
import type { Level } from './finding.ts'
import type { Rule } from './rule.ts'

/** How a rule is set for a text. */
interface Setting {
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

/** What a plan says, checked: see `settingsSchema`. */
export interface WrittenSettings {
  brands?: readonly string[]
  rules?: Written
  goals?: Partial<Record<Goal, Written>>
  paths?: Readonly<Record<string, Written>>
}

/** Settings from plain data that was checked; `{}` is how every rule is by itself. What stands later wins: rules, goals, paths. */
export function settingsOf({ brands = [], rules = {}, goals = {}, paths = {} }: WrittenSettings): Settings {
  const patterns = Object.keys(paths)
  const known = new Map<string, Map<Rule, Setting>>()
  const last = { file: '', matching: [] as string[] }
  return {
    brands,
    of(rule, goal, file) {
      // Every rule asks of the same file in turn.
      if (patterns.length > 0 && last.file !== file) {
        last.file = file
        last.matching = patterns.filter((pattern) => matchesGlob(file, pattern))
      }
      const { matching } = last
      const key = matching.length === 0 ? goal : [goal, ...matching].join(' ')
      let alike = known.get(key)
      if (!alike) {
        alike = new Map()
        known.set(key, alike)
      }
      let setting = alike.get(rule)
      if (!setting) {
        setting = mergeSettings(rule, goal, [
          { at: ['rules'], written: rules },
          { at: ['goals', goal], written: goals[goal] ?? {} },
          ...matching.map((each) => ({ at: ['paths', each], written: paths[each] ?? {} })),
        ])
        alike.set(rule, setting)
      }
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
