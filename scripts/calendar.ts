import { relative, resolve } from 'node:path'
import { Command } from 'commander'
import { nowOption, rootOption, type SharedOptions, shared } from './options.ts'

export const calendar = new Command('calendar')
  .description("Write the editors' calendar: posts, snippets and activities, planned ones too, as iCalendar")
  .addOption(rootOption)
  .addOption(nowOption)
  .option('--out <file>', 'the file (default: .coldread/calendar.ics)')
  .action(async (options: SharedOptions & { out?: string }) => {
    const { root, now } = shared(options)
    const { writeCalendar } = await import('../plugins/queue/write-calendar.ts')
    const out = options.out === undefined ? resolve(root, '.coldread/calendar.ics') : resolve(options.out)
    const events = writeCalendar(root, now, out)
    console.log(
      `${relative(process.cwd(), out)} holds ${events === 1 ? '1 event' : `${events} events`}. Keep it private: it says what is planned. A calendar that subscribes to it follows every change.`,
    )
  })
