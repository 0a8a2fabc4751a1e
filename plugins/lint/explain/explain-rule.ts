import { z } from 'zod'
import { planFile } from '../../../src/calendar/sources.ts'
import { goals } from '../../../src/calendar/vocabulary.ts'
import { readYaml } from '../../../src/calendar/yaml-document.ts'
import type { Linter } from '../linter.ts'
import type { Rule } from '../rule.ts'
import { indent, rows } from './explain-layout.ts'

const seen = {
  text: 'any text by itself',
  post: 'posts, with their entries',
  snippet: 'snippets, with the channel that they go to',
  calendar: 'all posts together',
  lint: 'what the lint itself comes upon',
} satisfies Record<Rule['sees'], string>

/**
 * A rule's page for a terminal.
 * @param readme as Markdown
 * @param plan the plan's text; empty where there is none
 */
export function explainRule(rule: Rule, readme: string, plan: string, linter: Linter): string {
  const level =
    typeof rule.level === 'string'
      ? rule.level
      : goals.map((goal) => `${(rule.level as Record<string, string>)[goal]} for goal ${goal}`).join(', ')
  const options = rule.options instanceof z.ZodObject ? rule.options.shape : {}
  const shown = Object.entries(options as Record<string, z.ZodType>).map(
    ([name, option]) => `${name}: ${valueText(defaultOf(option))} – ${option.meta()?.description ?? ''}`,
  )
  const sees = [
    seen[rule.sees],
    rule.isEnglish && 'in English',
    'inSnippets' in rule && rule.inSnippets && 'snippets too',
  ]
  return [
    `${rule.id}: ${rule.summary}`,
    rule.why,
    rows([
      ['level', level],
      ['looks at', sees.filter(Boolean).join(', ')],
      ['options', shown.join('\n')],
      ['the plan', setIn(plan, rule.id).join('\n')],
      ['page', linter.urlOf(rule.id)],
    ]),
    pageText(readme),
  ]
    .filter((part) => part !== '')
    .join('\n\n')
}

function defaultOf(option: z.ZodType): unknown {
  const read = option.safeParse(undefined)
  return read.success ? read.data : undefined
}

/** What a plan sets for a rule, each with its line. */
function setIn(plan: string, rule: string): string[] {
  const yaml = readYaml(planFile, plan)
  const lint = (yaml.value as { lint?: Record<string, unknown> } | undefined)?.lint ?? {}
  const parts = Object.entries(lint).flatMap(([part, value]): [string[], unknown][] =>
    part === 'rules'
      ? [[[part], value]]
      : part === 'goals' || part === 'paths'
        ? Object.entries(value ?? {}).map(([name, each]): [string[], unknown] => [[part, name], each])
        : [],
  )
  return parts.flatMap(([path, rules]) => {
    const set = (rules as Record<string, unknown> | null)?.[rule]
    if (set === undefined) return []
    const { line } = yaml.placeOfKey(['lint', ...path, rule])
    return [`${planFile}:${line} sets ${['lint', ...path, rule].join('.')}: ${valueText(set)}`]
  })
}

function valueText(value: unknown): string {
  if (typeof value === 'string') return value
  const written = JSON.stringify(value) ?? 'none'
  return written.length > 60 ? `${written.slice(0, 59)}…` : written
}

/** A readme without its title; examples are indented, and what is said of them has an arrow. */
function pageText(readme: string): string {
  let fence: string | undefined
  let isSaid = false
  const lines = readme.split('\n').flatMap((line): string[] => {
    const opens = /^(`{3,})(\w*) ?(.*)$/.exec(line)
    if (fence !== undefined && line === fence) {
      fence = undefined
      return []
    }
    if (fence === undefined && opens) {
      fence = opens[1] as string
      isSaid = opens[2] === 'text'
      return opens[3] ? [indent(`(${opens[3]})`, 2)] : []
    }
    if (fence !== undefined) return [isSaid ? `  → ${line}` : indent(line, 4)]
    return /^# /.test(line) ? [] : [line.replace(/^##+ /, '')]
  })
  return lines
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim()
}
