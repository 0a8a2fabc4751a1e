import type { ExportFile } from '../format.ts'

/** The steps of every tool whose files are uploaded by hand and carry no zone. */
export function uploadSteps(
  files: readonly ExportFile[],
  { tool, zone, where, check }: { tool: string; zone: string; where: string; check?: string },
): string[] {
  const names = files.map(({ name }) => `\`${name}\``).join(', ')
  return [
    `In ${tool}, set the time zone to ${zone}: the times in ${files.length === 1 ? 'the file' : 'the files'} say no zone.`,
    `${where}: ${names}. Do not open ${files.length === 1 ? 'it' : 'them'} in a spreadsheet first, which may change times and words.`,
    ...(check === undefined ? [] : [check]),
    'Look at the first and the last time that it shows, then confirm the hand-over here. Uploading a file twice posts twice.',
  ]
}
