import { defineEngineRule } from '../../rule.ts'

/** Entries, links and components that keep a site from being built. */
export default defineEngineRule({
  id: 'content-fault',
  summary: 'content that cannot be built',
  why: 'A site is only built when all of its content can be understood; until then readers see what was there before.',
  level: 'error',
})
