import { z } from 'zod'

/** What a post may say of a component. */
export interface Component {
  /** Its props: literals only. */
  props: z.ZodObject
  /** Whether it stands within a sentence; others stand on lines of their own. */
  isInline: boolean
  /** Props whose words a reader sees. */
  prose?: readonly string[]
  /** What stands inside goes on with the text, so that glossary words are marked there. */
  hasRunningText?: boolean
}

/** What a site offers to its posts. */
export interface Components {
  /** Components whose props are known. */
  builtIn: Readonly<Record<string, Component>>
  /** Names of all components; props of those that are not in `builtIn` only have to be literals. */
  names: ReadonlySet<string>
}

/** The components that every site has. */
export const builtIn = {
  Term: {
    props: z.strictObject({
      name: z
        .string()
        .min(1)
        .optional()
        .meta({ description: "The glossary's form of the word, where the sentence bends it" }),
    }),
    isInline: true,
  },
  Steps: { props: z.strictObject({}), isInline: false, hasRunningText: true },
  KeyPoints: { props: z.strictObject({}), isInline: false, hasRunningText: true },
  Question: {
    props: z.strictObject({
      ask: z
        .string()
        .min(1)
        .meta({ description: 'A smaller question that readers ask too; its answer goes inside' }),
    }),
    isInline: false,
    prose: ['ask'],
    hasRunningText: true,
  },
  Callout: {
    props: z.strictObject({
      kind: z
        .enum(['tip', 'note', 'warning'])
        .default('note')
        .meta({ description: 'How it is set apart: as a tip, a note or a warning' }),
    }),
    isInline: false,
    hasRunningText: true,
  },
  Figure: {
    props: z.strictObject({
      src: z.string().min(1).meta({ description: 'The picture, as in `./week.png`' }),
      alt: z
        .string()
        .meta({ description: 'What it shows, for who cannot see it; empty if it only decorates' }),
      caption: z.string().min(1).optional().meta({ description: 'Words below it' }),
    }),
    isInline: false,
    prose: ['caption'],
  },
  Share: {
    props: z.strictObject({
      channel: z.string().min(1).optional().meta({ description: 'The channel whose queue takes it' }),
    }),
    isInline: false,
  },
} satisfies Record<string, Component>

/** Components that Markdown itself becomes; a post cannot name them. */
export const reserved: ReadonlyMap<string, string> = new Map([
  ['Code', 'put the code between lines of three backticks'],
  ['Image', 'write `![what it shows](./picture.png)`'],
  ['Table', 'write the table in Markdown, with `|`'],
])

/** The component that every site has by a name. */
export function builtInNamed(name: string | null): Component | undefined {
  return name !== null && Object.hasOwn(builtIn, name) ? builtIn[name as keyof typeof builtIn] : undefined
}
