import { stemmer } from 'stemmer'

/** Words that mean the same to someone who searches; the first stands for all. */
const alike = [
  'price cost costs fee fees pricing prices rate',
  'buy purchase order',
  'shop store',
  'company business firm',
  'client customer',
  'mend fix repair',
  'remove delete',
  'begin start',
  'choose pick select',
  'photo picture image',
  'post publish',
  'compare versus vs',
  'mistake error fault',
  'mail email',
  'holiday vacation',
  'car vehicle',
  'phone telephone mobile',
  'cheap affordable inexpensive',
  'show display',
  'write draft',
  'often frequently',
  'quick fast',
  'big large',
]

const synonyms = new Map(
  alike.flatMap((line) => {
    const [first, ...others] = line.split(' ').map(stemmer) as [string, ...string[]]
    return others.map((other) => [other, first] as const)
  }),
)

/** The stem that stands for an English stem and its like. */
export function sameAs(stem: string): string {
  return synonyms.get(stem) ?? stem
}
