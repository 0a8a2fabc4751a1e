import { Command } from 'commander'
import { nowOption, rootOption, type SharedOptions, shared } from './options.ts'
import { UsageError } from './usage-error.ts'

export const move = new Command('move')
  .description('Move a post, a snippet or an activity to another time')
  .argument(
    '[post]',
    'slug or file of a post; or shop/linkedin/2, activity/2026-12/3, as the queue names them',
  )
  .argument('[slot]', 'a day, a day and time, or next: the next free slot of the rhythm')
  .addOption(rootOption)
  .addOption(nowOption)
  .option('--undo', 'take the last move back')
  .action(
    async (name: string | undefined, slot: string | undefined, options: SharedOptions & { undo?: true }) => {
      const { root, now } = shared(options)
      const { moveInContent } = await import('../plugins/editing/move-in-content.ts')
      const { undoMove } = await import('../plugins/editing/undo-move.ts')
      const { renderMoved } = await import('../plugins/editing/render-moved.ts')
      if (options.undo) {
        if (name !== undefined)
          throw new UsageError('--undo takes the last move back, whatever it was: name nothing beside it.')
        return console.log(renderMoved(undoMove(root, now)))
      }
      if (name === undefined || slot === undefined)
        throw new UsageError(
          `Say ${name === undefined ? 'what to move, and ' : ''}where to, as in: coldread move how-often 2026-12-08`,
        )
      const moved = moveInContent(root, now, { name, to: slot })
      console.log(renderMoved(moved))
      if (moved.undo) console.error('Take it back with: npm run coldread -- move --undo')
    },
  )
