import type { BoardView } from './view.ts'
import { barometer } from './views/barometer.ts'
import { cadence } from './views/cadence.ts'
import { calendar } from './views/calendar.ts'
import { findings } from './views/findings.ts'
import { ideas } from './views/ideas.ts'
import { mix } from './views/mix.ts'
import { pipeline } from './views/pipeline.ts'
import { queue } from './views/queue.ts'
import { search } from './views/search.ts'

/** The board's views, in the order of its navigation. */
export const views = [
  calendar,
  mix,
  cadence,
  pipeline,
  search,
  findings,
  queue,
  ideas,
  barometer,
] as const satisfies readonly BoardView[]
