import type { Fault } from '../../calendar/fault.ts'
import type { WxrItem } from './wxr.ts'
import { WxrParser } from './wxr-parser.ts'

/**
 * The items of an export, as they end, then what is wrong with it; everything up to that place is kept.
 * @param pieces of its text, in their order
 * @param file as it is reported
 */
export async function* readWxr(
  pieces: AsyncIterable<string> | Iterable<string>,
  file: string,
  parser: WxrParser = new WxrParser(file),
): AsyncGenerator<WxrItem | Fault> {
  let last = ''
  for await (const piece of pieces) {
    for (const item of parser.write(piece)) {
      last = item.fields.title ?? item.fields['wp:post_id'] ?? last
      yield item
    }
    if (parser.refusal) break
  }
  if (parser.stumble) yield parser.stumble
  if (parser.refusal) yield parser.refusal
  else if (!parser.isWhole)
    yield {
      file,
      line: parser.line,
      column: 1,
      what: `the export ends here, in the middle${last && `: “${last}” was the last whole entry`}`,
      mend: 'export it anew, or take the rest from a second export',
    }
}
