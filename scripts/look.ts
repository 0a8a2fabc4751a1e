import { styleText } from 'node:util'

/** How text looks best on a stream: as wide as a person reads easily, dressed on a terminal only. */
export function look(stream: NodeJS.WriteStream) {
  return {
    columns: Math.min(stream.columns ?? 100, 100),
    style: (format: Parameters<typeof styleText>[0], text: string) => styleText(format, text, { stream }),
  }
}
