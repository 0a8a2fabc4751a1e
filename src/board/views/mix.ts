import type { ElementContent } from 'hast'
import { h } from 'hastscript'
import { entriesOf } from '../../calendar/mix.ts'
import type { BoardData } from '../board-data.ts'
import { renderDimmers } from '../mix/render-dimmers.ts'
import { renderPendulum } from '../mix/render-pendulum.ts'
import { renderShares } from '../mix/render-shares.ts'
import { renderVolumes } from '../mix/render-volumes.ts'
import { countedOf } from '../mix/volumes.ts'
import type { BoardView } from '../view.ts'

export const mix: BoardView = {
  id: 'mix',
  title: 'Mix',
  intro: 'What the work is for, beside what the plan asks for.',
  render,
}

function render(data: BoardData): ElementContent[] {
  const entries = entriesOf(data.calendar).filter(({ soft, day }) => !soft || day > data.today)
  const counted = countedOf(data, entries)
  return [
    h('h2', 'The pendulum'),
    ...renderPendulum(data, entries),
    ...renderShares(data, entries),
    ...renderVolumes(data, counted),
    h('h2#dimmers', 'Dimmers'),
    ...renderDimmers(data, counted),
  ]
}
