import { WordList } from '../../../plugins/lint/words/word-list.ts'
import { Random } from './random.ts'

/** Words of the lists that come with the lint, by what their endings say that they are. */
export interface Vocabulary {
  nouns: readonly string[]
  adjectives: readonly string[]
  adverbs: readonly string[]
  /** Verbs that take an object. */
  verbs: readonly string[]
  /** Any words that nearly everybody knows. */
  others: readonly string[]
}

const verbs =
  'answer arrange bring build carry change check choose clean collect compare copy count cut describe draw explain fill find finish fix gather hold improve join keep label learn list mark measure mend mix move name notice open order paint plan prepare print protect read record remember repair replace save sell send share show sort start store study teach test trade turn use visit wash watch weigh wrap write'.split(
    ' ',
  )
/** Words whose ending misleads, and some that no post of a shop would hold. */
const misleading = new Set(
  'advertise amazing after alter altogether altered another anywhere bother centre closer consider conquer daily deliver differ discover either elderly encounter encourage enter ensure ever family fantastic february fortune goldfish for former forever friendly gender greater happier however in incredible insist exist incredibly italy january jury killer late latter lesser likely lovely lower magical measure minor monthly murder nature neither never newspaper offer only order other otherwise over party per poorer prior proper publish race rather reader refer remember richer rubbish sexual sober suffer sure together unbelievable under unable upper utter violence war weekly whatever whenever whether wherever yearly'.split(
    ' ',
  ),
)
const letters = /^[a-z]{6,13}$/
const endings = {
  nouns:
    /(?:tion|ment|ness|ship|[ae]nce|ity|er|or|age|ist|ure|hood|room|book|house|board|paper|work|light|bag|box|ware)$/,
  adjectives: /(?:ful|less|ous|able|ible|ical|ish|ary|ular)$/,
  adverbs: /ly$/,
}

/** The words, in an order that no alphabet shows, so that the common ones of a text begin with every letter. */
export function readVocabulary(): Vocabulary {
  const words = ['scowl-10.txt', 'everyday.txt']
    .flatMap((file) => new WordList(file).words())
    .filter(
      (word) => letters.test(word) && !misleading.has(word) && !misleading.has(word.replace(/ly$/, 'le')),
    )
  const mixed = new Random(2026).shuffle(words)
  const endingIn = (ending: RegExp) => mixed.filter((word) => ending.test(word))
  return {
    nouns: endingIn(endings.nouns),
    adjectives: endingIn(endings.adjectives),
    adverbs: endingIn(endings.adverbs),
    verbs,
    others: mixed,
  }
}
