import { z } from 'zod'
import { oneOf, text } from './field.ts'

const longest = 30

const entrySchema = z
  .strictObject({
    term: text({ description: 'The word or phrase' }),
    meaning: text({ description: `What it means, in plain words, at most ${longest} words` })
      .refine((meaning) => meaning.split(/\s+/).length <= longest, {
        error: (issue) => `a meaning of ${String(issue.input).trim().split(/\s+/).length} words`,
        params: { mend: `say it in ${longest} words or fewer` },
      })
      .optional(),
    instead: text({ description: 'Plainer words to write instead' }).optional(),
    kind: oneOf(['internal', 'acronym', 'term', 'public'], {
      description:
        '`internal`: a name only the team knows, never shown; `acronym`; `term`: explained to readers; `public`: a name that anybody may see',
      otherwise: 'term',
    }).default('term'),
    accepted: text({ description: 'Why the word may stand without explanation' }).optional(),
  })
  .refine(
    ({ meaning, accepted, kind }) => meaning !== undefined || accepted !== undefined || kind === 'internal',
    {
      error: 'a word without a meaning',
      params: { mend: 'write a `meaning`, or say under `accepted` why it needs none' },
    },
  )

/** `content/glossary.yaml`: words that are explained, replaced or accepted. */
export const glossarySchema = z
  .array(entrySchema)
  .meta({ description: 'Words that are explained, replaced or accepted' })

export type GlossaryEntry = z.output<typeof entrySchema>

/** The words that readers may be told the meaning of. */
export function explainedWords(glossary: readonly GlossaryEntry[]): (GlossaryEntry & { meaning: string })[] {
  return glossary.flatMap((entry) =>
    entry.kind !== 'internal' && entry.meaning ? [{ ...entry, meaning: entry.meaning }] : [],
  )
}
