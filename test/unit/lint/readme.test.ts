import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { rules } from '../../../plugins/lint/rules.ts'
import { readSettings } from '../../../plugins/lint/settings-schema.ts'
import { readYaml } from '../../../src/calendar/yaml-document.ts'

const root = new URL('../../../', import.meta.url)
const readme = readFileSync(new URL('plugins/lint/readme.md', root), 'utf8')
const blocks = [...readme.matchAll(/^```yaml ?(.*)\n([\s\S]*?)^```$/gm)].map(([, name, text]) => ({
  name,
  text,
}))

describe('the readme of the lint', () => {
  it('shows plans that are read', () => {
    const plans = blocks.filter(({ name }) => name === '')
    expect(plans).not.toEqual([])
    for (const { text = '' } of plans)
      expect(readSettings(readYaml('content/plan.yaml', text), rules)).not.toHaveProperty('faults')
  })

  it('shows the hook that `.pre-commit-hooks.yaml` has', () => {
    const local = parse(blocks.find(({ name }) => name === 'pre-commit')?.text ?? '')
    const [{ description: _, ...hook }] = parse(readFileSync(new URL('.pre-commit-hooks.yaml', root), 'utf8'))
    expect(local.repos[0].hooks).toEqual([hook])
    expect(hook.language).toBe('system')
  })
})
