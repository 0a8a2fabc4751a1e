import type { News } from './announce.ts'

/** What is new, one address a line. */
export function renderNews({ changed, gone }: News): string {
  if (changed.length + gone.length === 0) return 'Nothing has changed since addresses were last sent.'
  const section = (addresses: readonly string[], one: string, many: string) =>
    addresses.length === 0
      ? []
      : [
          `${addresses.length === 1 ? one : `${addresses.length} ${many}`}:`,
          ...addresses.map((each) => `  ${each}`),
        ]
  return [
    ...section(changed, '1 page is new or has changed', 'pages are new or have changed'),
    ...section(gone, '1 page is gone', 'pages are gone'),
  ].join('\n')
}
