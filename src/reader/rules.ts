import { getEntry } from 'astro:content'
import type { PublishedRule } from './published.ts'

/** The rules of the lint, by group. */
export async function getRules(): Promise<readonly PublishedRule[]> {
  const entry = await getEntry('rules', 'rules')
  if (!entry) throw new Error('the content collection `rules` is empty')
  return JSON.parse(entry.data.json) as PublishedRule[]
}
