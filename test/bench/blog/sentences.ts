import type { Random } from './random.ts'
import type { Vocabulary } from './vocabulary.ts'

/** What a post is about: its title, headings and sentences share these words. */
export interface Subject {
  verb: string
  adjective: string
  noun: string
}

/** Writes sentences, paragraphs and questions of ordinary words. */
export interface Writer {
  random: Random
  subject: Subject
  words: Vocabulary
}

export function aOrAn(word: string): string {
  return `${/^[aeiou]/.test(word) ? 'an' : 'a'} ${word}`
}

/** The thing that a post is about, with its article. */
export function thing({ adjective, noun }: Subject): string {
  return `${aOrAn(adjective)} ${noun}`
}

type Pattern = (writer: Writer) => string

const noun: Pattern = ({ random, words }) => random.pickSkewed(words.nouns)
const adjective: Pattern = ({ random, words }) => random.pickSkewed(words.adjectives)
const adverb: Pattern = ({ random, words }) => random.pickSkewed(words.adverbs)
const verb: Pattern = ({ random, words }) => random.pick(words.verbs)
const other: Pattern = ({ random, words }) => random.pickSkewed(words.others)

const sentencePatterns: readonly Pattern[] = [
  (w) => `The ${noun(w)} comes first, because ${aOrAn(adjective(w))} ${noun(w)} tells you little about it`,
  (w) => `Most people ${verb(w)} the ${noun(w)} ${adverb(w)} and forget the ${noun(w)}`,
  (w) => `If you ${verb(w)} one ${noun(w)}, you can leave the ${noun(w)} as it is`,
  (w) => `Write down the words ${other(w)}, ${other(w)} and ${other(w)}, and look at them a day later`,
  (w) => `One ${adjective(w)} ${noun(w)} takes about ${w.random.between(2, 90)} minutes, and that is enough`,
  (w) => `It helps to ${verb(w)} the ${noun(w)} before you ${verb(w)} the ${noun(w)}`,
  (w) => `Say that you have ${w.random.between(3, 60)} of them: then the ${noun(w)} is ${adjective(w)}`,
  (w) => `When you ${w.subject.verb} ${thing(w.subject)}, keep an eye on the ${noun(w)}`,
  (w) => `The ${w.subject.noun} is ${adjective(w)} at the start, and ${adverb(w)} becomes ${adjective(w)}`,
  (w) => `Nobody can ${verb(w)} every ${noun(w)}, so begin with the ${adjective(w)} one`,
  (w) => `Ask somebody else to ${verb(w)} it: what they say about the ${noun(w)} is worth more than a guess`,
  (w) => `That is ${adverb(w)} true of the ${noun(w)} and of the ${noun(w)}`,
  (w) => `Between the ${noun(w)} and the ${noun(w)} there is room for ${other(w)} and ${other(w)}`,
  (w) => `You will need ${aOrAn(noun(w))}, a pencil and ${w.random.between(2, 9)} quiet hours`,
]

const questionPatterns: readonly Pattern[] = [
  (w) => `What does the ${noun(w)} have to do with it?`,
  (w) => `When should you ${verb(w)} the ${noun(w)}?`,
  (w) => `How do you ${verb(w)} ${aOrAn(adjective(w))} ${noun(w)}?`,
  (w) => `Which ${noun(w)} do you need first?`,
  (w) => `Why is the ${noun(w)} ${adjective(w)}?`,
  (w) => `Can you ${w.subject.verb} ${thing(w.subject)} without ${aOrAn(noun(w))}?`,
  (w) => `How long does the ${noun(w)} take?`,
  (w) => `What if the ${noun(w)} is ${adjective(w)}?`,
]

const emphases: readonly ((words: string) => string)[] = [(words) => `**${words}**`, (words) => `_${words}_`]

/** One sentence, with its full stop; here and there a word of it stands out. */
export function sentence(writer: Writer): string {
  const words = writer.random.pick(sentencePatterns)(writer)
  if (!writer.random.chance(0.08)) return `${words}.`
  const emphasis = writer.random.pick(emphases)
  return `${words.replace(/ (\w{5,})(?= )/, (_, word) => ` ${emphasis(word)}`)}.`
}

export function paragraph(writer: Writer, sentences: number): string {
  return Array.from({ length: sentences }, () => sentence(writer)).join(' ')
}

/** Another question than those in `asked`, which takes it. */
export function question(writer: Writer, asked: Set<string>): string {
  for (;;) {
    const made = writer.random.pick(questionPatterns)(writer)
    if (asked.has(made)) continue
    asked.add(made)
    return made
  }
}

/** A few words without a full stop, for lists and cells of tables. */
export function phrase(writer: Writer): string {
  return `${verb(writer)} the ${adjective(writer)} ${noun(writer)}`
}
